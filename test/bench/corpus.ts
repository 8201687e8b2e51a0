// The seeded corpora that every figure is measured on: interviews that look like interviews, coded by the product's own commands.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addGrid } from '../../electron/commands/codebook.ts';
import { applyCodingTable } from '../../electron/commands/codings.ts';
import type { ResolvedCoding } from '../../electron/commands/codings.ts';
import { createCase, createCoder } from '../../electron/commands/corpus.ts';
import type { Session } from '../../electron/commands/run-command.ts';
import { importSources } from '../../electron/commands/import-sources.ts';
import type { IncomingSource } from '../../electron/commands/import-sources.ts';
import { readAsSource } from '../../electron/exchange/incoming-sources.ts';
import { readDocument } from '../../electron/exchange/reading/read-documents.ts';
import { shippedGridFile } from '../../electron/exchange/shipped-grids.ts';
import { readCodebook } from '../../electron/queries/codebook.ts';
import { readOutline } from '../../electron/queries/sources.ts';
import type { TurnOutline } from '../../electron/queries/sources.ts';
import { chance } from '../support/seeded.ts';
import type { Chance } from '../support/seeded.ts';
import { keptFileLater } from './kept-file.ts';

export interface CorpusSize {
  readonly sources: number;
  readonly words: number;
  readonly codings: number;
}

export const SIZES: Readonly<Record<'S' | 'M' | 'L', CorpusSize>> = {
  S: { sources: 31, words: 8_000, codings: 3_000 },
  M: { sources: 300, words: 8_000, codings: 60_000 },
  L: { sources: 1_000, words: 10_000, codings: 200_000 },
};

const SEED = 20_191_114;
const WORDS = (
  'le la les un une des on nous ils elle je vous qui que quand comme mais donc alors parce aussi encore toujours jamais souvent ' +
  'entreprise réseau territoire région projet conseil réunion décision membre partenaire laboratoire financement besoin idée ' +
  'personne équipe semaine année dossier confiance problème question réponse travail métier atelier formation outil règle voix ' +
  'écouter décider proposer construire partager expliquer essayer refuser attendre apprendre rencontrer choisir porter vraiment ' +
  'ensemble peut-être d’abord ensuite finalement évidemment honnêtement concrètement localement autrement là-dessus aujourd’hui'
).split(' ');

function sentence(random: Chance): string {
  const words = Array.from({ length: random.between(6, 22) }, () => random.pick(WORDS));
  const text = words.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${random.pick(['.', '.', '.', '\u202f?', '\u202f!'])}`;
}

/** An interview of about `words` words: short questions, longer answers. */
export function interview(random: Chance, words: number): string {
  const lines: string[] = [];
  let count = 0;
  for (let turn = 0; count < words; turn += 1) {
    const sentences = Array.from({ length: turn % 2 === 0 ? 1 : random.between(2, 9) }, () => sentence(random));
    const text = sentences.join(' ');
    count += text.split(' ').length;
    lines.push(`${turn % 2 === 0 ? 'Enquêtrice' : 'Répondant'} : ${text}`);
  }
  return `${lines.join('\n')}\n`;
}

const SOURCES_PER_IMPORT = 50;
const CODINGS_PER_TABLE = 5_000;

async function importAll(session: Session, size: CorpusSize, random: Chance): Promise<void> {
  const cases = ['Pôle 1', 'Pôle 2'].map((name) => createCase(session, { name }));
  const encoder = new TextEncoder();
  for (let first = 0; first < size.sources; first += SOURCES_PER_IMPORT) {
    const count = Math.min(SOURCES_PER_IMPORT, size.sources - first);
    const read: IncomingSource[] = [];
    for (let index = 1; index <= count; index += 1) {
      const bytes = encoder.encode(interview(random, size.words));
      read.push(readAsSource(await readDocument({ name: `E${String(first + index).padStart(4, '0')}.txt`, bytes }), bytes));
    }
    const half = Math.ceil(read.length / 2);
    importSources(session, read.slice(0, half), { caseId: cases[0] ?? null, kind: 'interview' });
    importSources(session, read.slice(half), { caseId: cases[1] ?? null, kind: 'interview' });
  }
}

/** The same interviews as text files in a folder, for the import to read; written once. */
export function transcriptFolder(folder: string, name: string, size: CorpusSize): string {
  const path = join(folder, `transcripts-${name}`);
  if (existsSync(path)) return path;
  const unfinished = `${path}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const random = chance(SEED);
  for (let index = 1; index <= size.sources; index += 1)
    writeFileSync(join(unfinished, `E${String(index).padStart(4, '0')}.txt`), interview(random, size.words));
  renameSync(unfinished, path);
  return path;
}

/** A stretch inside one turn, 40 to 400 characters where the turn is long enough. */
function stretchOf(random: Chance, turn: TurnOutline): { start: number; end: number } {
  const length = Math.min(turn.lengthUtf16 - 1, random.between(40, 400));
  const start = random.between(0, turn.lengthUtf16 - 1 - length);
  return { start, end: start + length };
}

function codeAll(session: Session, size: CorpusSize, random: Chance): void {
  const [dimensions, tools] = ['innovation-sociale', 'outils-de-gestion'].map((key) => {
    const categories = readCodebook(session.project).find((grid) => grid.key === key)?.categories ?? [];
    return categories.filter((category) => category.parentId !== null);
  });
  const coders = [session.coderId, createCoder(session, { name: 'Claire Delmas' })];
  const turns = readOutline(session.project).filter((turn) => turn.lengthUtf16 > 80);
  const all = Array.from({ length: size.codings / 2 }, (): ResolvedCoding => {
    const turn = random.pick(turns);
    const { start, end } = stretchOf(random, turn);
    return {
      sourceId: turn.sourceId,
      start: { turnId: turn.id, offsetUtf16: start },
      end: { turnId: turn.id, offsetUtf16: end },
      categories: [random.pick(dimensions ?? []).id, random.pick(tools ?? []).id],
      coderId: random.pick(coders),
      stance: random.pick(['supports', 'contrasts', 'mentions', null]),
    };
  });
  for (let first = 0; first < all.length; first += CODINGS_PER_TABLE) {
    applyCodingTable(session, { rows: all.slice(first, first + CODINGS_PER_TABLE), newCategories: [], newCoders: [] });
  }
}

/** The corpus of this size, built once into `cache`. */
export function corpusFile(cache: string, name: string, size: CorpusSize): Promise<string> {
  return keptFileLater({ cache, name: `corpus-${name}`, title: `Corpus ${name}` }, async (session) => {
    for (const key of ['innovation-sociale', 'outils-de-gestion']) addGrid(session, shippedGridFile(key), 'fr', null);
    const random = chance(SEED);
    await importAll(session, size, random);
    codeAll(session, size, random);
  });
}
