// What a study does not cover yet, its overview, its sources as lines, counted against the rows themselves.
import { expect, it } from 'vitest';
import { pinQuote } from '../../../electron/commands/cells.ts';
import { markMeaning } from '../../../electron/commands/meaning.ts';
import { readCoverage } from '../../../electron/queries/coverage.ts';
import { readMeanings } from '../../../electron/queries/meaning.ts';
import { passagesBelowIn, passagesOfWeek, readOverview, readPortraits } from '../../../electron/queries/overview.ts';
import { studySaturation } from '../../../electron/queries/saturation.ts';
import { USUAL_RUNS } from '../../../shared/domain/saturation.ts';
import { axisTitles } from '../../../shared/i18n/axes.ts';
import { aStudy } from '../../support/study.ts';

const names = (items: readonly { name: string }[]): string[] => items.map(({ name }) => name);

it('names the categories that no passage or only one carries, what is below them counted with them', () => {
  const { project } = aStudy();
  const { rare } = readCoverage(project.project, axisTitles.fr);
  const byName = new Map(rare.map((category) => [category.name, category]));
  // one passage each; Coordination holds two below it and one of its own, hence is not rare
  expect(byName.get('salon')).toMatchObject({ passages: 1, path: ['Outils', 'Coordination'] });
  expect(byName.get('charte')).toMatchObject({ passages: 0, passageId: null });
  expect(byName.has('Coordination')).toBe(false);
});

it('says of each source which dimensions it has nothing of', () => {
  const { project } = aStudy();
  const { sources, dimensions } = readCoverage(project.project, axisTitles.fr);
  const nameOf = new Map(dimensions.map(({ id, name }) => [id as string, name]));
  const missing = Object.fromEntries(sources.map((source) => [source.name, source.missing.map((id) => nameOf.get(id))]));
  expect(missing['E01']).not.toContain('Coordination');
  expect(missing['E01']).toContain('Régulation');
  expect(missing['E03']).toEqual(names(dimensions));
});

it('finds the negative cases, each with its passage', () => {
  const { project } = aStudy();
  const { stances } = readCoverage(project.project, axisTitles.fr);
  const [first] = stances;
  expect(stances).toHaveLength(1);
  expect(first).toMatchObject({ name: "Influence d'acteurs", supports: 0, contrasts: 1, mentions: 0 });
  expect(first?.contrastIds).toHaveLength(1);
});

it('counts who is quoted, and says of nobody that it is too often before the third time', () => {
  const { project } = aStudy();
  const before = readCoverage(project.project, axisTitles.fr).respondents;
  expect(before.every(({ quoted, isTooOften }) => quoted === 0 && !isTooOften)).toBe(true);
  const [passageId] = passagesBelowIn(project.project, project.category('Gouvernance'), null);
  if (!passageId) throw new Error('no passage');
  pinQuote(project.session, { entityKeys: [`case:${project.case('Pôle 1')}`], passageId, position: null });
  const { respondents } = readCoverage(project.project, axisTitles.fr);
  expect(respondents[0]).toMatchObject({ quoted: 1, isTooOften: false, quotedIds: [passageId] });
});

it('looks through the matrices kept: their cells, those without a passage, those without a synthesis', () => {
  const { project } = aStudy();
  const { matrices } = readCoverage(project.project, axisTitles.fr);
  expect(matrices).toHaveLength(1);
  const [matrix] = matrices;
  expect(matrix?.cells).toBeGreaterThan(0);
  expect((matrix?.empty ?? 0) + (matrix?.unwritten ?? 0)).toBeLessThanOrEqual(matrix?.cells ?? 0);
  expect(matrix?.empty).toBeGreaterThan(0);
});

it('shows the study at a glance as its tables count it', () => {
  const { project } = aStudy();
  const { sqlite } = project.project;
  const count = (sql: string): unknown => sqlite.prepare(sql).pluck().get();
  const { totals, sources, weeks, counts, dimensions } = readOverview(project.project);
  expect(totals).toMatchObject({
    sources: 3,
    cases: 2,
    words: count('SELECT sum(words) FROM source'),
    codings: count('SELECT count(*) FROM coding'),
    memos: count('SELECT count(*) FROM memo'),
    syntheses: 2,
    ready: 1,
  });
  expect(names(sources)).toEqual(['E01', 'E02', 'E03']);
  expect(sources.map(({ caseNames }) => caseNames)).toEqual([['Pôle 1'], ['Pôle 2'], []]);
  expect(weeks.reduce((sum, { codings }) => sum + codings, 0)).toBe(totals.codings);
  for (const { week } of weeks) expect(new Date(`${week}T00:00:00Z`).getUTCDay()).toBe(1);
  const coded = new Set(weeks.flatMap(({ week }) => passagesOfWeek(project.project, week)));
  expect(coded.size).toBe(count('SELECT count(DISTINCT passage_id) FROM coding'));
  expect(passagesOfWeek(project.project, '1999-01-04')).toEqual([]);
  dimensions.forEach(({ id }, row) =>
    sources.forEach((source, column) => expect(counts[row]?.[column]).toBe(passagesBelowIn(project.project, id, source.id).length)),
  );
});

it('draws a source as long as its text, with who asks and what is coded where', () => {
  const { project } = aStudy();
  const [portrait] = readPortraits(project.project, [project.source('E01')]);
  const text = project.project.sqlite
    .prepare("SELECT group_concat(text, '' ORDER BY position) FROM turn WHERE source_id = ?")
    .pluck()
    .get(project.source('E01'));
  expect(portrait?.length).toBe(String(text).length);
  const everyone = portrait?.stretches.find(({ start, end }) => String(text).slice(start, end).startsWith('Tout le monde décide'));
  expect(everyone?.categoryIds).toContain(project.category('Gouvernance'));
  for (const [start, end] of portrait?.asking ?? []) expect(end).toBeGreaterThan(start);
});

it('keeps what an interview adds to a meaning beside where the category was applied', () => {
  const { project } = aStudy();
  const [categoryId, sourceId] = [project.category('salon'), project.source('E02')];
  markMeaning(project.session, { categoryId, sourceId, level: 'dimension', note: 'Un rite' });
  const grid = readMeanings(project.project, project.grid('outils'), 'import');
  expect(grid.marks).toEqual([{ categoryId, sourceId, level: 'dimension', note: 'Un rite' }]);
  expect(grid.passages.reduce((sum, { passages }) => sum + passages, 0)).toBeGreaterThan(0);
  markMeaning(project.session, { categoryId, sourceId, level: null, note: '' });
  expect(readMeanings(project.project, project.grid('outils'), 'import').marks).toEqual([]);
});

it('studies saturation in the order asked for, and says why a figure does not exist', () => {
  const { project } = aStudy();
  const study = studySaturation(project.project, { gridIds: null, order: 'import', ...USUAL_RUNS });
  expect(study.steps.at(-1)?.cumulative).toBe(study.expected.at(-1)?.mean);
  expect(study.runs).toEqual({ kind: 'undefined', because: 'tooFewUnits' });
});
