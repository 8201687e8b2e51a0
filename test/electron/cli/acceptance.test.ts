// The main job from the command line on a real corpus: every cell is exactly what the coding table implies.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { aStudyFile, csv, done, json, onThisTerminal } from '../../support/command-line.ts';
import type { PrintedMatrix, StudyFile } from '../../support/command-line.ts';
import { chance } from '../../support/seeded.ts';
import { zipTexts } from '../../support/zip-text.ts';

onThisTerminal();

const CORPUS = resolve(import.meta.dirname, '../../..', '../shared/corpora/rhapsodie');
const DIALOGUES = 'Dialogues';
const MONOLOGUES = 'Monologues à une voix';

/** A top family of the tools' grid → its types → concrete tools that the researcher finds in the field. */
const TOOLS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  Coordination: { 'Projets collaboratifs': ['appel à idées', 'salon & forum « d’hiver »'], 'Formalisation de la communauté': ['charte d’adhésion'] },
  Régulation: { "Partage de l'autorité": ['comité « à parité »'], 'Représentation des intérêts des membres': [] },
  'Management des connaissances': { 'Niveau interorganisationnel': ['club des métiers'], 'Connaissances communes des membres': ['veille partagée'] },
};
const DIMENSIONS = [
  'Répondre à un besoin social',
  "Génération d'effets positifs",
  'Lien avec le territoire',
  'Dimension collective',
  'Gouvernance',
  "Influence d'acteurs",
  'Changement',
];
const CODERS = ['Anne Berger', 'Chloé Dumas'];

/** A tool as the table writes it, and where its words belong in the matrix. */
interface Tool {
  readonly path: string;
  readonly name: string;
  readonly family: string;
}
const ALL_TOOLS: readonly Tool[] = Object.entries(TOOLS).flatMap(([family, types]) =>
  Object.entries(types).flatMap(([type, names]) => [
    { path: `outils-de-gestion > ${family} > ${type}`, name: type, family },
    ...names.map((name) => ({ path: `outils-de-gestion > ${family} > ${type} > ${name}`, name, family })),
  ]),
);

interface Line {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly dimensions: readonly string[];
  readonly tools: readonly Tool[];
  readonly coder: string;
}

const filesOf = (letter: 'D' | 'M'): string[] => readdirSync(CORPUS).filter((name) => name.startsWith(`Rhap_${letter}`) && name.endsWith('.txt'));

/** Two words or more, found once in the text. */
function someQuote(text: string, { below }: { below: (count: number) => number }): { start: number; end: number } {
  for (;;) {
    const words = [...text.matchAll(/[^\s"]+/gu)];
    const first = below(words.length - 12);
    const [from, to] = [words[first], words[first + 1 + below(11)]];
    if (!from || !to) continue;
    const [start, end] = [from.index, to.index + to[0].length];
    const quote = text.slice(start, end);
    // a table read back from a spreadsheet may not begin with what looks like a formula
    if (/^[\p{L}]/u.test(quote) && text.indexOf(quote) === text.lastIndexOf(quote)) return { start, end };
  }
}

/** A researcher’s table: quotes with dimensions and tools, some shared by both, some overlapping, some coded twice. */
function someLines(texts: ReadonlyMap<string, string>, count: number): Line[] {
  const dice = chance(20_191);
  const names = [...texts.keys()];
  const some = <T>(items: readonly T[], most: number): T[] => [...new Set(Array.from({ length: dice.below(most + 1) }, () => dice.pick(items)))];
  const lines: Line[] = [];
  while (lines.length < count) {
    const previous = lines.at(-1);
    const source = previous && dice.below(3) > 0 ? previous.source : dice.pick(names);
    const text = texts.get(source) ?? '';
    const again = previous && previous.source === source && dice.below(4) === 0;
    const { start, end } = again ? previous : someQuote(text, dice);
    const [dimensions, tools] = [some(DIMENSIONS, 2), some(ALL_TOOLS, 2)];
    if (dimensions.length + tools.length > 0)
      lines.push({ source, start, end, quote: text.slice(start, end), dimensions, tools, coder: dice.pick(CODERS) });
  }
  return lines;
}

type Short = Readonly<Record<'codings' | 'passages' | 'sources' | 'cases', number>> & {
  readonly categories: readonly string[];
  readonly quotes: readonly string[];
};

/** What a cell holds by the rules of the command line: passages with the dimension that overlap a passage with a tool of the family. */
function implied(lines: readonly Line[], dimension: string, family: string, isInCase: (source: string) => boolean): Short {
  const meetings = new Set<string>();
  const quotes = new Map<string, Line>();
  const found = new Set<string>();
  for (const line of lines.filter(({ source, dimensions }) => isInCase(source) && dimensions.includes(dimension))) {
    for (const other of lines.filter(({ source, start, end }) => source === line.source && start < line.end && line.start < end)) {
      for (const tool of other.tools.filter((each) => each.family === family)) {
        const place = `${line.source} ${line.start} ${line.end}`;
        meetings.add(`${place} ${tool.path}`);
        quotes.set(place, line);
        found.add(tool.name);
      }
    }
  }
  const sources = new Set([...quotes.values()].map(({ source }) => source));
  return {
    codings: meetings.size,
    passages: quotes.size,
    sources: sources.size,
    cases: sources.size > 0 ? 1 : 0,
    categories: [...found].sort(),
    quotes: [...quotes.values()].map(({ source, start, end, quote }) => `${source} ${start}–${end} ${quote}`).sort(),
  };
}

describe.skipIf(!existsSync(CORPUS))('the matrix of a real corpus (skipped where ../shared/corpora/rhapsodie is absent)', () => {
  const texts = new Map<string, string>();
  const monologues = new Set<string>();
  let study: StudyFile;
  let lines: readonly Line[];

  beforeAll(async () => {
    study = await aStudyFile({}, ['innovation-sociale', 'outils-de-gestion']);
    for (const [letter, name] of [
      ['D', DIALOGUES],
      ['M', MONOLOGUES],
    ] as const) {
      const files = filesOf(letter);
      await done('import', study.path, ...files.map((file) => join(CORPUS, file)), '--case', name);
      for (const file of files) {
        const source = file.slice(0, -'.txt'.length);
        texts.set(source, readFileSync(join(CORPUS, file), 'utf8'));
        if (letter === 'M') monologues.add(source);
      }
    }
    lines = someLines(texts, 240);
    const rows = lines.map(({ source, quote, dimensions, tools, coder }) => [
      source,
      quote,
      [...dimensions, ...tools.map(({ path }) => path)].join('|'),
      coder,
    ]);
    const table = study.file('codages.csv', csv([['source', 'quote', 'category', 'coder'], ...rows], ';'));
    await done('code', study.path, table, '--create-categories', '--coder', 'Anne Berger');
  });

  it('has every text as it was, and every quote in its place', async () => {
    expect(texts.size).toBeGreaterThan(50);
    for (const name of [...texts.keys()].slice(0, 8)) expect((await done('text', study.path, name)).out).toBe(texts.get(name));
    const codings = await json<{ source: string; start: number; end: number; category: string }[]>('list', study.path, 'codings');
    const placed = new Set(codings.map(({ source, start, end, category }) => `${source} ${start}–${end} ${category.split(' > ').at(-1)}`));
    const expected = lines.flatMap(({ source, start, end, dimensions, tools }) =>
      [...dimensions, ...tools.map(({ name }) => name)].map((name) => `${source} ${start}–${end} ${name}`),
    );
    expect(placed).toEqual(new Set(expected));
  });

  it('has exactly the cells that the table implies', async () => {
    const table = await json<PrintedMatrix>('matrix', study.path, '--rows', 'grid:innovation-sociale', '--cols', 'grid:outils-de-gestion@1,case');
    expect(table.rows.map(({ label }) => label)).toEqual(DIMENSIONS);
    const columns = Object.keys(TOOLS).flatMap((family) => [DIALOGUES, MONOLOGUES].map((name) => [family, name] as const));
    expect(table.columns.map(({ path }) => path)).toEqual(columns);
    const cells = table.cells.map((row) =>
      row.map(({ codings, passages, sources, cases, categories, quotes }) => ({
        codings,
        passages,
        sources,
        cases,
        categories: categories.toSorted(),
        quotes: quotes.map(({ source, start, end, text }) => `${source} ${start}–${end} ${text}`).sort(),
      })),
    );
    const expected = DIMENSIONS.map((dimension) =>
      columns.map(([family, name]) => implied(lines, dimension, family, (source) => monologues.has(source) === (name === MONOLOGUES))),
    );
    expect(cells).toEqual(expected);
    expect(expected.flat().filter(({ passages }) => passages > 0).length).toBeGreaterThan(30);
    const all = expected.flat();
    expect(table.totals).toEqual({
      codings: all.reduce((sum, { codings }) => sum + codings, 0),
      passages: new Set(all.flatMap(({ quotes }) => quotes)).size,
      sources: new Set(all.flatMap(({ quotes }) => quotes.map((quote) => quote.split(' ')[0]))).size,
    });
  });

  it('is written as a Word table in which every tool that was found has its name', async () => {
    const out = join(study.folder, 'Matrice D × M.docx');
    await done(
      'matrix',
      study.path,
      '--rows',
      'grid:innovation-sociale',
      '--cols',
      'grid:outils-de-gestion@1,case',
      '--cell',
      'categories,counts',
      '--out',
      out,
    );
    const xml = zipTexts(readFileSync(out)).get('word/document.xml') ?? '';
    const words = xml
      .replace(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&');
    const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').replace(/’/g, "'");
    for (const name of [...DIMENSIONS, DIALOGUES, MONOLOGUES, ...ALL_TOOLS.map((tool) => tool.name)]) expect(plain(words)).toContain(plain(name));
    expect(xml).toContain('<w:tblHeader');
  });
});
