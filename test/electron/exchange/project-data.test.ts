// The project in plain forms: the JSON holds all but the history, the table of codings brings the same codings to a copy.
import { describe, expect, it } from 'vitest';
import { applyCodingTable } from '../../../electron/commands/codings.ts';
import { editTurn } from '../../../electron/commands/turn-edits.ts';
import { planCodingTable } from '../../../electron/exchange/coding-table.ts';
import { csvField, toCsv, withoutFormulaGuard } from '../../../electron/exchange/csv.ts';
import { codingsToCsv, exportProject, projectToJson } from '../../../electron/exchange/project-data.ts';
import { fieldOf, readTable } from '../../../electron/exchange/reading/read-table.ts';
import { listCodings } from '../../../electron/queries/passages.ts';
import { contentTables } from '../../../electron/storage/schema.ts';
import { aProject } from '../../support/project.ts';
import { CORPUS_CASES } from '../commands/corpus-cases.ts';
import { GUIDE_CASES } from '../commands/guide-cases.ts';
import { MEDIA_CASES } from '../commands/media-cases.ts';
import { aStudy, E01, E02, E03 } from '../../support/study.ts';

/** So that the lists that most studies have not are there too. */
const ADDING = new Set([
  'two poles are the old ones',
  'the end of an interview is about another pole',
  'one match is confirmed, one rejected, one left open again',
  'an interview gets its recording',
]);

const table = (name: string, text: string) => readTable({ name, bytes: new TextEncoder().encode(text) });

describe('the project as JSON', () => {
  const study = aStudy();
  const { project } = study;
  for (const [, , act, given] of [...CORPUS_CASES, ...GUIDE_CASES, ...MEDIA_CASES].filter(([, sentence]) => ADDING.has(sentence))) {
    given?.(study);
    act(study);
  }
  const written = JSON.parse(exportProject(project.project, 'json')) as Record<string, { id: string }[]>;

  it('holds every table of the study', () => {
    const text = JSON.stringify(written);
    // links and folded values have no life of their own
    const linked = new Set(['source_case', 'attribute_value', 'cell', 'cell_stance', 'grid', 'case_group_member', 'question_category']);
    for (const [name, rows] of Object.entries(project.snapshot())) {
      if (linked.has(name)) continue;
      for (const { id } of rows as { id: string }[]) expect(text.includes(id) || name === 'passage', `${name} ${id}`).toBe(true);
    }
    expect(Object.keys(project.snapshot())).toEqual(Object.keys(contentTables));
  });

  it('holds the texts whole, and what was written at crossings', () => {
    const json = projectToJson(project.project) as Record<string, { text?: string; synthesis?: string; stance?: string }[]>;
    expect(json.sources?.map(({ text }) => text)).toEqual([E01, E02, E03]);
    expect(json.cells?.map(({ synthesis }) => synthesis).sort()).toEqual(['Chacun a sa voix.', 'Seule.']);
    expect(json.cellStances?.map(({ stance }) => stance)).toEqual(['supports']);
  });

  it('says which category an id names', () => {
    const id = project.category('Gouvernance');
    expect(written.categories).toContainEqual({ id, path: 'innovation-sociale > Processus / Fonctionnement > Gouvernance' });
  });
});

it('the table of codings gives a copy of the corpus the same codings, to the unit', async () => {
  const { project } = aStudy();
  const copy = aProject()
    .withSource('E01', E01)
    .withSource('E02', E02)
    .withSource('E03', E03)
    .withGrid('innovation-sociale')
    .withOwnGrid('Outils', { Coordination: ['feuille de route', 'salon'], Régulation: ['charte'] });
  const records = await table('codages.csv', codingsToCsv(project.project));
  applyCodingTable(copy.session, planCodingTable(copy.session, records, { unit: 'utf16', createCategories: false, language: 'fr' }));
  const plain = (codings: ReturnType<typeof listCodings>) => codings.map(({ id: _id, ...rest }) => rest);
  expect(plain(listCodings(copy.project))).toEqual(plain(listCodings(project.project)));
});

describe('a field of a table', () => {
  it.each(['=1+1', '+33 6', '- un tiret', '@moi', '\tretrait', "l'autre", '', 'a "b", c\n'])(
    '« %s » comes back as it was, and is no formula on the way',
    async (value) => {
      expect(csvField(value)).not.toMatch(/^"?[=+\-@\t]/);
      const [record] = await table(
        't.csv',
        toCsv([
          ['memo', 'x'],
          [value, 'y'],
        ]),
      );
      expect(record?.fields.memo).toBe(value);
    },
  );

  it('is freed of its guard only where the guard was needed', () => {
    expect(withoutFormulaGuard("'=x")).toBe('=x');
    expect(withoutFormulaGuard("'autre")).toBe("'autre");
  });

  it('is found whatever the case of its column', async () => {
    const [record] = await table('t.csv', 'Source;createdAt;CATEGORY\nE01;2019;Gouvernance\n');
    expect(['source', 'createdat', 'category', 'memo'].map((name) => fieldOf(record ?? { line: 0, fields: {} }, name))).toEqual([
      'E01',
      '2019',
      'Gouvernance',
      '',
    ]);
    expect(Object.keys(record?.fields ?? {})).toEqual(['Source', 'createdAt', 'CATEGORY']);
  });
});

describe('the lines of a table', () => {
  it('are counted as a spreadsheet counts its rows, empty ones and cells of several lines included', async () => {
    const records = await table('t.csv', 'source,quote\n\nE01,"a\nb"\n,\nE02,c\n');
    expect(records.map(({ line, fields }) => [line, fields.source])).toEqual([
      [3, 'E01'],
      [5, 'E02'],
    ]);
  });

  it.each([
    ['a comma', 'a,b\n1,2\n'],
    ['a semicolon', 'a;b\n1;2\n'],
    ['a tab', 'a\tb\n1\t2\n'],
    ['Windows line ends and a byte order mark', '\ufeffa,b\r\n1,2\r\n'],
  ])('are read with %s', async (_sentence, text) => {
    expect(await table('t.csv', text)).toEqual([{ line: 2, fields: { a: '1', b: '2' } }]);
  });

  it('of a JSON list are its objects; lists in it are several categories', async () => {
    expect(await table('t.json', '[{"source": "E01", "category": ["a", "b"], "start": 3, "memo": null}]')).toEqual([
      { line: 1, fields: { source: 'E01', category: 'a|b', start: '3' } },
    ]);
  });

  it.each([
    ['t.csv', 'a,A\n1,2\n', 'coding.tableInvalid'],
    ['t.csv', 'a,b\n"1,2\n', 'coding.tableInvalid'],
    ['t.json', '{', 'coding.tableInvalid'],
    ['t.json', '{"a": 1}', 'coding.tableInvalid'],
    ['t.json', '[1]', 'coding.tableInvalid'],
    ['t.xlsx', 'x', 'coding.tableInvalid'],
    ['t.docx', 'x', 'file.formatUnknown'],
    ['t', 'x', 'file.formatUnknown'],
  ])('%s with %j is refused: %s', async (name, text, code) => {
    await expect(table(name, text)).rejects.toThrow(code);
  });
});

it('a coding whose words a correction took away stays in the JSON and has no line in the table', () => {
  const { project } = aStudy();
  const { start } = project.range('Les petits suivent');
  editTurn(project.session, { turnId: start.turnId, edits: [{ at: start.offsetUtf16, removed: 'Les petits suivent'.length, inserted: '' }] });
  const codings = listCodings(project.project);
  expect(codings.filter(({ quote }) => quote === '')).toHaveLength(1);
  // the header, and a byte order mark before it
  expect(codingsToCsv(project.project).trimEnd().split('\r\n')).toHaveLength(1 + codings.length - 1);
});
