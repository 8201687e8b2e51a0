// Coded transcripts on paper: every word in its place, every coding between its brackets, nobody named who is not to be.
import { describe, expect, it } from 'vitest';
import { codedTurns, stretchesOf } from '../../../../electron/exchange/printing/coded-stretches.ts';
import type { CodedTurn } from '../../../../electron/exchange/printing/coded-stretches.ts';
import { plainText } from '../../../../electron/exchange/printing/formats/document-words.ts';
import { transcriptDocument } from '../../../../electron/exchange/printing/print-transcript.ts';
import type { PrintedDocument, TableBlock } from '../../../../electron/exchange/printing/formats/printed-document.ts';
import { readDocument } from '../../../../electron/exchange/reading/read-documents.ts';
import { fillSample } from '../../../../electron/exchange/sample-project.ts';
import { writeDocument } from '../../../../electron/exchange/printing/formats/write-document.ts';
import { readCodebook } from '../../../../electron/queries/codebook.ts';
import { listSources } from '../../../../electron/queries/corpus.ts';
import { readCodings, readTurns } from '../../../../electron/queries/sources.ts';
import type { PieceOf, PrintStyle } from '../../../../shared/domain/print.ts';
import type { SourceCoding, Turn } from '../../../../shared/domain/source.ts';
import { spacedAlike } from '../../../../shared/domain/typography.ts';
import { aProject } from '../../../support/project.ts';
import { chance } from '../../../support/seeded.ts';
import { aStudy } from '../../../support/study.ts';
import { zipTexts } from '../../../support/zip-text.ts';

const STYLE: PrintStyle = { language: 'fr', author: null, sourceLine: null, reference: { who: 'label' }, links: true };
const ALL: PieceOf<'transcript'> = { kind: 'transcript', sourceIds: null, coderIds: null, gridIds: null };
const MARKS = /\[\d+\u202f|\u202f\d+\]/gu;

const tablesOf = ({ sections }: PrintedDocument): TableBlock[] => sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));

describe('the study', () => {
  it('shows overlapping passages each in its own brackets, and whose coding it is', () => {
    const { project } = aStudy();
    const [, second] = tablesOf(transcriptDocument(project.project, ALL, STYLE));
    const words = second?.rows.map(({ cells }) => plainText(cells[0] ?? []));
    expect(words?.[1]).toBe('Les grands groupes [1\u202fdécident. [2\u202fLes petits suivent\u202f2].');
    expect(words?.[2]).toBe('Non\u202f1], on nous écoute [3\u202fau salon\u202f3].');
    const margins = second?.rows.map(({ cells }) => plainText(cells[1] ?? []));
    expect(margins?.[1]).toContain('2\u00a0\u00a0Influence d’acteurs (A\u00a0: contredit, poids 2)');
    expect(margins?.[2]).toContain('suite de 1');
  });

  it('holds one coder’s work alone, or one grid’s', () => {
    const { project } = aStudy();
    const wordsFor = (piece: Partial<PieceOf<'transcript'>>): string =>
      tablesOf(transcriptDocument(project.project, { ...ALL, ...piece }, STYLE))
        .flatMap(({ rows }) => rows.map(({ cells }) => plainText(cells[1] ?? [])))
        .join('\n');
    expect(wordsFor({ coderIds: [project.coder('AB')] })).not.toContain('salon');
    expect(wordsFor({ coderIds: [project.coder('AB')] })).toContain('feuille de route');
    expect(wordsFor({ gridIds: [project.grid('innovation-sociale')] })).not.toContain('Coordination');
    expect(() => transcriptDocument(project.project, { ...ALL, sourceIds: ['x' as never] }, STYLE)).toThrow('source.unknown');
  });

  it('names nobody where nobody is to be named, and those with a value by it', async () => {
    const { project } = aStudy();
    const written = async (reference: PrintStyle['reference']): Promise<string> =>
      (await readDocument({ name: 'a.docx', bytes: await writeDocument(transcriptDocument(project.project, ALL, { ...STYLE, reference }), 'docx') }))
        .text;
    const unnamed = await written({ who: 'nobody' });
    for (const name of ['Directrice', 'Président', 'Entrepreneur', 'Enquêtrice']) expect(unnamed).not.toContain(name);
    expect(unnamed).toContain('Répondant 2');
    expect(unnamed).toContain('Enquêteur');
    const attribute = project.project.sqlite.prepare<[], { id: string }>("SELECT id FROM attribute WHERE name = 'Fonction'").get();
    const valued = await written({ who: 'attribute', attributeId: attribute?.id as never });
    expect(valued).toContain('gouvernance');
    expect(valued).not.toContain('Directrice');
  });

  it('each passage has its name and leads back to it', async () => {
    const { project, alone } = aStudy();
    const file = zipTexts(await writeDocument(transcriptDocument(project.project, ALL, STYLE), 'docx'));
    expect(file.get('word/document.xml')).toContain(`w:name="p_${alone.replaceAll('-', '')}"`);
    expect(file.get('word/_rels/document.xml.rels')).toContain(`passage=${alone}"`);
    const without = zipTexts(await writeDocument(transcriptDocument(project.project, ALL, { ...STYLE, links: false }), 'docx'));
    expect(without.get('word/_rels/document.xml.rels')).not.toContain('trame://');
  });
});

it('the sample’s interviews come whole in Word, every place that is coded with all its categories', async () => {
  const { project, session } = aProject();
  await fillSample(session);
  const document = transcriptDocument(project, ALL, STYLE);
  const { text } = await readDocument({ name: 'annexe.docx', bytes: await writeDocument(document, 'docx') });
  const bare = text.replace(MARKS, '');
  const sources = listSources(project);
  const missing = sources
    .flatMap(({ id }) => readTurns(project, id))
    .filter(({ number }) => number !== null)
    .map((turn) => spacedAlike(turn.text.slice(turn.bodyStart, turn.bodyEnd), 'fr').trim())
    .filter((words) => !words.split('\n').every((line) => bare.includes(line)));
  expect(missing).toEqual([]);
  const places = sources.map(({ id }) => {
    const codings = readCodings(project, id);
    const placed = (coding: SourceCoding): string => JSON.stringify([coding.start, coding.end]);
    return {
      stretches: new Set(codings.map(placed)).size,
      categories: new Set(codings.map((coding) => `${placed(coding)} ${coding.categoryId}`)).size,
    };
  });
  const printed = tablesOf(document).map(({ rows }) => ({
    stretches: rows.flatMap(({ cells }) => plainText(cells[0] ?? []).match(/\[\d+\u202f/gu) ?? []).length,
    categories: rows.flatMap(({ cells }) => (cells[1] ?? []).filter((block) => block.kind === 'paragraph' && block.style === 'category')).length,
  }));
  expect(printed).toEqual(places);
  const names = new Set(readCodebook(project).flatMap((grid) => grid.categories.filter(({ codings }) => codings > 0).map(({ name }) => name)));
  for (const name of names) expect(text).toContain(spacedAlike(name, 'fr'));
}, 30_000);

/** Turns with labels and empty lines between them, passages that begin and end anywhere. */
function aRandomText(seed: number): { readonly turns: Turn[]; readonly codings: SourceCoding[] } {
  const luck = chance(seed);
  let number = 0;
  const turns = Array.from({ length: luck.between(1, 6) }, (_, position): Turn => {
    const label = luck.pick(['', 'A : ', 'Enquêteur : ']);
    const body = luck.pick(['', 'oui', 'non mais', 'et alors 😀 donc', 'la suite du propos']);
    const isSaid = body !== '';
    if (isSaid) number += 1;
    return {
      id: `turn ${position}` as Turn['id'],
      position,
      number: isSaid ? number : null,
      text: `${isSaid ? label : ''}${body}\n`,
      bodyStart: isSaid ? label.length : 0,
      bodyEnd: (isSaid ? label.length : 0) + body.length,
      speakerId: null,
      startMs: null,
      endMs: null,
      styles: luck.below(3) === 0 && body.length > 4 ? [{ start: label.length + 1, end: label.length + 4, style: 'bold' }] : [],
      marks: [],
    };
  });
  const said = turns.filter((turn) => turn.number !== null);
  const codings = Array.from({ length: said.length === 0 ? 0 : luck.below(6) }, (_, at): SourceCoding => {
    const [a, b] = [luck.below(said.length), luck.below(said.length)];
    const [first, last] = [said[Math.min(a, b)] as Turn, said[Math.max(a, b)] as Turn];
    const from = luck.between(0, first.bodyEnd - 1);
    const to = first === last ? luck.between(Math.max(from, first.bodyStart) + 1, last.bodyEnd) : luck.between(last.bodyStart + 1, last.text.length);
    const id = `coding ${at}` as never;
    return {
      id,
      passageId: id,
      categoryId: id,
      coderId: id,
      weight: null,
      stance: null,
      memos: 0,
      createdAt: '',
      start: { turnId: first.id, offsetUtf16: from },
      end: { turnId: last.id, offsetUtf16: to },
    };
  });
  return { turns, codings };
}

const written = ({ runs }: CodedTurn): string =>
  runs.map(({ text, opens, closes }) => `${opens.map((n) => `<${n}>`).join('')}${text}${closes.map((n) => `</${n}>`).join('')}`).join('');

/** What stands between `<n>` and `</n>`, other marks aside. */
const between = (all: string, number: number): string | undefined =>
  new RegExp(`<${number}>(.*)</${number}>`, 'su').exec(all)?.[1]?.replace(/<\/?\d+>/gu, '');

it('whatever overlaps, each bracket opens and closes once around its passage’s words, and no word is lost', () => {
  for (let seed = 1; seed <= 400; seed += 1) {
    const { turns, codings } = aRandomText(seed);
    const stretches = stretchesOf(turns, codings);
    const printed = codedTurns(turns, stretches);
    const bodies = turns.filter(({ number }) => number !== null).map(({ text, bodyStart, bodyEnd }) => text.slice(bodyStart, bodyEnd));
    expect([seed, ...printed.map((turn) => written(turn).replace(/<\/?\d+>/gu, ''))]).toEqual([seed, ...bodies]);
    const all = printed.map(written).join('');
    for (const { number, codings: own } of stretches) {
      const { start, end } = own[0] as SourceCoding;
      const [from, to] = [turns.findIndex(({ id }) => id === start.turnId), turns.findIndex(({ id }) => id === end.turnId)];
      const words = turns
        .map(({ text, bodyStart, bodyEnd, number: said }, at) => {
          if (said === null || at < from || at > to) return '';
          return text.slice(
            at === from ? Math.max(bodyStart, start.offsetUtf16) : bodyStart,
            at === to ? Math.min(bodyEnd, end.offsetUtf16) : bodyEnd,
          );
        })
        .join('');
      if (words !== '') expect([seed, number, between(all, number)]).toEqual([seed, number, words]);
    }
  }
});
