// Coded passages called back from a study on a real file: their words, what surrounds them, what is made of them, and that they stay true.
import { describe, expect, it } from 'vitest';
import { codePassages } from '../../../electron/commands/code-passages.ts';
import { starPassage } from '../../../electron/commands/passages.ts';
import { undo } from '../../../electron/commands/undo.ts';
import { writeRetrievalMemo } from '../../../electron/exchange/retrieval-memo.ts';
import { readStudyParts } from '../../../electron/queries/corpus.ts';
import { readMemo } from '../../../electron/queries/memos.ts';
import {
  passagesToCode,
  previewCoding,
  readFacets,
  readRetrieval,
  readRetrievedPage,
  retrievePassages,
} from '../../../electron/queries/retrieval.ts';
import type { AttributeId } from '../../../shared/domain/ids.ts';
import { NEW_RETRIEVAL } from '../../../shared/domain/retrieval.ts';
import type { RetrievalQuery, RetrievedPassage } from '../../../shared/domain/retrieval.ts';
import { linksOf } from '../../../shared/domain/written-text.ts';
import { aStudy } from '../../support/study.ts';
import type { Study } from '../../support/study.ts';

const asking = (expression: string, changes: Partial<RetrievalQuery> = {}): RetrievalQuery => ({ ...NEW_RETRIEVAL, expression, ...changes });

function rowsOf({ project }: Study, query: RetrievalQuery): RetrievedPassage[] {
  return readRetrievedPage(project.project, query, 0, 50);
}
const quotes = (study: Study, expression: string, changes: Partial<RetrievalQuery> = {}): string[] =>
  rowsOf(study, asking(expression, changes)).map(({ quote }) => quote);

describe('retrieved passages', () => {
  it('stand in their context, with who says them and what they are coded with', () => {
    const study = aStudy();
    const { project } = study;
    const [row, ...others] = rowsOf(study, asking('"Gouvernance"'));
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      source: 'E01',
      ref: 'E01 §2',
      speaker: 'Directrice',
      before: 'Enquêtrice : Qui décide ?\nDirectrice : ',
      quote: 'Tout le monde décide',
      after: ', c’est notre règle 😀.\nDirectrice : La feuille de route vient des membres.\n',
      isStarred: false,
      coderIds: [project.coder('AB'), project.coder('CD')],
    });
    // two coders, two categories: one passage
    expect(row?.categories.map(({ name }) => name)).toEqual(['Gouvernance', 'Coordination']);
    expect(readRetrieval(project.project, asking('"Gouvernance"'))).toMatchObject({ passages: 1, sources: 1, cases: 1 });
  });

  it('keep the words of several turns, and count their weight and stance', () => {
    const study = aStudy();
    const [long, short] = rowsOf(study, asking('"Influence d’acteurs"'));
    expect(long?.quote).toBe('décident. Les petits suivent.\nEntrepreneur : Non');
    expect(short).toMatchObject({ quote: 'Les petits suivent', stance: 'contrasts', weight: 2 });
    expect(quotes(study, '"Influence d’acteurs" AND coder = "CD"')).toEqual([long?.quote]);
    expect(quotes(study, 'weight >= 2')).toEqual(['Les petits suivent']);
  });

  it('are read a page at a time, grouped and sorted as asked', () => {
    const study = aStudy();
    const byCase = asking('', { group: { by: 'case' }, sort: { by: 'length', isDescending: true } });
    const { groups, passages, of } = readRetrieval(study.project.project, byCase);
    expect(passages).toBe(of);
    expect(groups.map(({ label }) => label)).toEqual(['Pôle 1', 'Pôle 2', ...(groups.length > 2 ? [''] : [])]);
    const rows = rowsOf(study, byCase);
    expect(rows).toHaveLength(groups.reduce((sum, group) => sum + group.passages, 0));
    const paged = rows.flatMap((_, at) => readRetrievedPage(study.project.project, byCase, at, 1));
    expect(paged).toEqual(rows);
    const lengths = rows.slice(0, groups[0]?.passages).map(({ quote }) => quote.length);
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
    const attributeId = readStudyParts(study.project.project).attributes.find(({ name }) => name === 'Création')?.id as AttributeId;
    const byValue = readRetrieval(study.project.project, asking('', { group: { by: 'attribute', attributeId } }));
    expect(byValue.groups.map(({ label }) => label).slice(0, 2)).toEqual(['2005', '2015']);
  });

  it('change with the study', () => {
    const study = aStudy();
    const { project } = study;
    expect(quotes(study, 'star = yes')).toEqual([]);
    starPassage(project.session, { passageId: study.alone, isStarred: true });
    expect(quotes(study, 'star = yes')).toEqual(['Les petits suivent']);
    expect(quotes(study, 'star = no')).not.toContain('Les petits suivent');
    undo(project.session);
    expect(quotes(study, 'star = yes')).toEqual([]);
  });

  it('are counted by what they are coded with and where they stand, a category with those below it', () => {
    const study = aStudy();
    const { project } = study;
    const { categories, cases, coders, speakers } = readFacets(project.project, '');
    const [coordination, leaf] = [project.category('Coordination'), project.category('feuille de route')];
    expect(categories[leaf]).toBe(1);
    expect(categories[coordination]).toBe(retrievePassages(project.project, '"Coordination"').length);
    for (const name of ['Pôle 1', 'Pôle 2']) expect(cases[project.case(name)]).toBe(retrievePassages(project.project, `case = "${name}"`).length);
    expect(coders[project.coder('CD')]).toBe(retrievePassages(project.project, `coder = "CD"`).length);
    expect(speakers['Directrice']).toBe(retrievePassages(project.project, `speaker = "Directrice"`).length);
  });
});

describe('what is made of retrieved passages', () => {
  it('is one act where they are coded, which leaves alone what was coded so', () => {
    const study = aStudy();
    const { project } = study;
    const expression = '"Gouvernance" OR "Influence d’acteurs"';
    const categoryId = project.category('Gouvernance');
    const session = project.as('AB');
    const asked = { expression, categoryId, excluded: [] };
    expect(previewCoding(project.project, session.coderId, asked)).toEqual({ passages: 3, known: 1 });
    expect(codePassages(session, { expression, categoryId, passageIds: passagesToCode(project.project, asked) })).toEqual({ passages: 3, known: 1 });
    expect(retrievePassages(project.project, '"Gouvernance" AND coder = "AB"')).toHaveLength(3);
    undo(session);
    expect(retrievePassages(project.project, '"Gouvernance" AND coder = "AB"')).toHaveLength(1);
    expect(previewCoding(project.project, session.coderId, { ...asked, excluded: [study.alone] })).toEqual({ passages: 2, known: 1 });
  });

  it('is a memo that quotes each of them with its reference, under its heading', () => {
    const study = aStudy();
    const { project } = study;
    const query = asking('"Gouvernance" OR "Influence d’acteurs"', { group: { by: 'source' } });
    const { memoId, written, left } = writeRetrievalMemo(project.session, { query, title: 'Ce qui décide', language: 'fr' });
    expect([written, left]).toEqual([3, 0]);
    const { memo, document } = readMemo(project.project, memoId);
    expect(memo).toMatchObject({ title: 'Ce qui décide', targetKind: 'project' });
    expect(memo.text).toContain('«\u00a0Les petits suivent\u00a0» (E02 §2, Président)');
    expect(memo.text.split('\n').filter((line) => line === 'E01' || line === 'E02')).toEqual(['E01', 'E02']);
    expect(document && linksOf(document).map(({ kind }) => kind)).toEqual(['passage', 'passage', 'passage']);
  });
});
