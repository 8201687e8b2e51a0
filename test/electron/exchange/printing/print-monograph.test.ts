// Cases one by one on paper: their sheet, what is written of them theme by theme, and what memos say.
import { describe, expect, it } from 'vitest';
import { cutQuote, pinQuote, rate, writeRemark, writeSynthesis } from '../../../../electron/commands/cells.ts';
import { saveScale } from '../../../../electron/commands/rating-scales.ts';
import { inlineText } from '../../../../electron/exchange/printing/formats/document-words.ts';
import { memosDocument } from '../../../../electron/exchange/printing/print-memos.ts';
import { monographDocument } from '../../../../electron/exchange/printing/print-monograph.ts';
import type { PrintedDocument } from '../../../../electron/exchange/printing/formats/printed-document.ts';
import { readDocument } from '../../../../electron/exchange/reading/read-documents.ts';
import { fillSample } from '../../../../electron/exchange/sample-project.ts';
import { writeDocument } from '../../../../electron/exchange/printing/formats/write-document.ts';
import { listMemos } from '../../../../electron/queries/memos.ts';
import type { PrintStyle } from '../../../../shared/domain/print.ts';
import { typeset } from '../../../../shared/domain/typography.ts';
import { headingOf, paragraphOf, runOf, writtenTextOf } from '../../../../shared/domain/written-text.ts';
import { aMemo, linkTo, memoOf } from '../../../support/memos.ts';
import { aProject } from '../../../support/project.ts';
import { aStudy } from '../../../support/study.ts';
import type { Study } from '../../../support/study.ts';

const STYLE: PrintStyle = { language: 'fr', author: null, sourceLine: null, reference: { who: 'label' }, links: false };

const wordsIn = async (document: PrintedDocument): Promise<string> =>
  (await readDocument({ name: 'cas.docx', bytes: await writeDocument(document, 'docx') })).text;
const headings = ({ sections }: PrintedDocument): string[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'heading' ? [`${block.level} ${inlineText(block.inlines)}`] : [])));

function fillCell({ project, shared }: Study, quotedHere = shared): void {
  const entityKeys = [`category:${project.category('Gouvernance')}`, `case:${project.case('Pôle 1')}`];
  const session = project.session;
  const document = writtenTextOf([
    headingOf('h1', 'Qui décide'),
    paragraphOf([runOf('Chacun a sa voix : '), linkTo('passage', quotedHere), runOf('.')]),
  ]);
  writeSynthesis(session, { entityKeys, text: '', document, status: 'draft' });
  const steps = [
    { value: 0, label: 'faible', rule: 'nul n’en parle' },
    { value: 1, label: 'fort', rule: 'tous en parlent' },
  ];
  rate(session, { entityKeys, rating: { scaleId: saveScale(session, { scaleId: null, name: 'Présence', steps }), value: 1 } });
  writeRemark(session, { entityKeys, text: 'À vérifier auprès des PME.' });
  pinQuote(session, { entityKeys, passageId: shared, position: null });
  cutQuote(session, { entityKeys, passageId: shared, cuts: [[5, 13]] });
}

describe('the monograph of a case', () => {
  it('tells what is known, then the synthesis with its form, the rating with its rule, the remark apart', async () => {
    const study = aStudy();
    fillCell(study);
    const document = monographDocument(study.project.project, { kind: 'monograph', caseIds: [study.project.case('Pôle 1')], gridIds: null }, STYLE);
    const text = await wordsIn(document);
    expect(document.title).toBe('Analyse intra-cas\u00a0: Pôle 1');
    expect(headings(document)).toEqual(
      expect.arrayContaining(['1 Pôle 1', '2 Fiche du cas', '2 Processus / Fonctionnement', '3 Gouvernance', '3 Qui décide']),
    );
    for (const words of ['Création\t2005', 'à l’état d’ébauche', 'Chacun a sa voix\u00a0: «\u00a0Tout le monde décide\u00a0» (E01, Directrice, §2).'])
      expect(text).toContain(words);
    expect(text).toContain('Cote\u00a0: fort (échelle «\u00a0Présence\u00a0») – tous en parlent');
    expect(text).toContain('Observation\u00a0: À vérifier auprès des PME.');
    expect(text).not.toContain('Pôle 2');
    expect(text).toContain('1 thème codé dans ce cas n’a pas encore de synthèse\u00a0: Coordination.');
  });

  it('shows a pinned verbatim with its cut, unless the synthesis quotes it', async () => {
    const [study, other] = [aStudy(), aStudy()];
    fillCell(study);
    fillCell(other, other.alone);
    const textOf = ({ project }: Study): Promise<string> =>
      wordsIn(monographDocument(project.project, { kind: 'monograph', caseIds: null, gridIds: null }, STYLE));
    expect(await textOf(study)).not.toContain('Tout […]');
    expect(await textOf(other)).toContain('«\u00a0Tout […] décide […]\u00a0» (E01, Directrice, §2)');
  });

  it('takes the grids that are chosen, every case where none is, and says where nothing is written', async () => {
    const { project } = aStudy();
    const tools = project.project.sqlite.prepare<[], { id: string }>("SELECT id FROM grid WHERE title = 'Outils'").get();
    const other = monographDocument(project.project, { kind: 'monograph', caseIds: null, gridIds: [tools?.id as never] }, STYLE);
    const text = await wordsIn(other);
    expect(headings(other).filter((heading) => heading.startsWith('1'))).toEqual(['1 Pôle 1', '1 Pôle 2']);
    expect(text).not.toContain('Chacun a sa voix.');
    expect(text).toContain('Rien n’est encore écrit de ce cas.');
    expect(() => monographDocument(project.project, { kind: 'monograph', caseIds: ['x' as never], gridIds: null }, STYLE)).toThrow('case.unknown');
  });

  it('names nobody where nobody is to be named', async () => {
    const { project } = aStudy();
    const style: PrintStyle = { ...STYLE, reference: { who: 'nobody' } };
    const text = await wordsIn(monographDocument(project.project, { kind: 'monograph', caseIds: null, gridIds: null }, style));
    for (const name of ['Directrice', 'Président', 'Entrepreneur']) expect(text).not.toContain(name);
    expect(text).toContain('P1');
  });

  it('holds every synthesis that the sample has of a case', async () => {
    const { project, session } = aProject();
    await fillSample(session);
    const text = await wordsIn(monographDocument(project, { kind: 'monograph', caseIds: null, gridIds: null }, STYLE));
    const syntheses = project.sqlite.prepare<[], { synthesis: string }>("SELECT synthesis FROM cell WHERE instr(key, 'case:') > 0").all();
    expect(syntheses.length).toBeGreaterThan(10);
    // a linked verbatim stands in quotation marks, those within it are of the second rank
    const bare = (words: string): string => typeset(words, 'fr').replace(/[«»“”\u00a0\u202f ]/gu, '');
    const missing = syntheses.flatMap(({ synthesis }) => synthesis.split('\n').filter((line) => !bare(text).includes(bare(line))));
    expect(missing).toEqual([]);
  }, 30_000);
});

describe('memos', () => {
  it('come whole, of the kinds asked for, with the words that they are on and links that lead back', async () => {
    const { project, alone } = aStudy();
    aMemo(project, 'Renvoi', memoOf(linkTo('passage', alone)), { kind: 'passage', id: alone });
    const all = memosDocument(project.project, { kind: 'memos', kinds: null }, STYLE);
    const memos = listMemos(project.project, null, null);
    expect(headings(all)).toHaveLength(memos.length);
    const text = await wordsIn(all);
    for (const memo of memos) for (const line of memo.text.split('\n')) expect(text).toContain(memo.title === 'Renvoi' ? 'Les petits suivent' : line);
    expect(text).toContain('«\u00a0Les petits suivent […]\u00a0» (E02, Président, §2)');
    const linked = await writeDocument(memosDocument(project.project, { kind: 'memos', kinds: null }, { ...STYLE, links: true }), 'md');
    expect(new TextDecoder().decode(linked)).toContain(`passage=${alone}`);
    expect(await wordsIn(memosDocument(project.project, { kind: 'memos', kinds: ['diary'] }, STYLE))).toContain('Aucun mémo.');
  });
});
