// Survey tables: one respondent per row, open questions told from closed ones, whatever program wrote the table.
import { describe, expect, test } from 'vitest';
import { readSurvey, type Survey } from '../../../../electron/exchange/reading/read-survey.ts';
import { readTable } from '../../../../electron/exchange/reading/read-table.ts';
import { Refusal } from '../../../../shared/domain/failure.ts';
import { respondentsOf } from '../../../../shared/domain/survey.ts';
import { odsOf, odsTable, xlsxOf } from '../../../support/documents.ts';

const QUESTION = 'Comment avez-vous vécu cette période ?';
const ANSWERS = [
  'Plutôt bien, même si l’équipe a beaucoup changé.\nPuis j’ai trouvé ma place.',
  'C’était difficile au début, je ne connaissais personne.',
  'Je dirais que tout dépend du moment, "comme toujours".',
  'Très bien ; rien à redire sur l’accueil des collègues.',
  'Honnêtement, je ne m’en souviens plus très bien.',
];
const ROWS = [
  ['Code', 'Âge', 'Service', QUESTION, 'Courriel'],
  ...ANSWERS.map((answer, at) => [
    `R${at + 1}`,
    String(30 + at),
    at % 2 === 0 ? 'Achats' : 'Ventes',
    answer,
    `personne-numero-${at}@universite-exemple.fr`,
  ]),
];

const quoted = (delimiter: string): string => ROWS.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)).join('\r\n');

const read = (name: string, bytes: Uint8Array): Promise<Survey> => readSurvey({ name, bytes });

async function reasonOf(name: string, bytes: Uint8Array): Promise<unknown> {
  const error: unknown = await read(name, bytes).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Refusal);
  return (error as Refusal).data['reason'];
}

describe('a survey', () => {
  test.each([
    ['csv with commas', 'enquête.csv', async () => Buffer.from(`\ufeff${quoted(',')}`)],
    [
      'csv with semicolons, as Excel writes it in French',
      'enquête.csv',
      async () => Buffer.from(quoted(';'), 'latin1').length > 0 && Buffer.from(quoted(';')),
    ],
    ['tsv', 'enquête.tsv', async () => Buffer.from(quoted('\t'))],
    ['xlsx', 'enquête.xlsx', async () => xlsxOf(ROWS.map((row, at) => row.map((cell, column) => (at > 0 && column === 1 ? Number(cell) : cell))))],
    [
      'ods',
      'enquête.ods',
      async () =>
        odsOf(
          odsTable(ROWS.map((row) => row.map((cell) => cell.replace('\n', '</text:p><text:p>')))).replaceAll(
            '&lt;/text:p>&lt;text:p>',
            '</text:p><text:p>',
          ),
        ),
    ],
  ] as const)('as %s: every respondent, and which columns are what', async (_, name, make) => {
    const survey = await read(name, (await make()) as Buffer);
    expect(survey.name).toBe('enquête');
    expect(survey.rows).toEqual(ROWS.slice(1));
    expect(survey.columns.map((column) => `${column.name}: ${column.role}`)).toEqual([
      'Code: respondent',
      'Âge: closed',
      'Service: closed',
      `${QUESTION}: open`,
      'Courriel: closed',
    ]);
  });

  test('becomes one text per respondent: each open question a heading, its answer the respondent’s words, the rest attributes', async () => {
    const { columns, rows } = await read('enquête.csv', Buffer.from(quoted(',')));
    const [first, second] = respondentsOf(columns, rows, (row) => `Répondant ${row}`);
    expect(first?.name).toBe('R1');
    expect(first?.text).toBe(`${QUESTION}\nPlutôt bien, même si l’équipe a beaucoup changé.\nPuis j’ai trouvé ma place.\n`);
    expect(first?.turns.map(({ speaker, text }) => `${speaker ?? '·'} > ${text.trim()}`)).toEqual([
      `· > ${QUESTION}`,
      'R1 > Plutôt bien, même si l’équipe a beaucoup changé.',
      'R1 > Puis j’ai trouvé ma place.',
    ]);
    expect(first?.styles).toEqual([{ start: 0, end: QUESTION.length, style: 'heading2' }]);
    expect(first?.attributes).toEqual({ Âge: '30', Service: 'Achats', Courriel: 'personne-numero-0@universite-exemple.fr' });
    expect(second?.name).toBe('R2');
    expect(respondentsOf(columns, [['', '1', '', '', '']], (row) => `Répondant ${row}`)[0]).toMatchObject({
      name: 'Répondant 1',
      text: '',
      turns: [],
    });
  });

  test('has its dates and numbers as programs write them', async () => {
    const workbook = await xlsxOf([
      ['Nom', 'Date', 'Note'],
      ['Anne', new Date('2026-05-03'), 3.5],
      ['Léo', null, null],
    ]);
    expect((await read('a.xlsx', workbook)).rows).toEqual([
      ['Anne', '2026-05-03', '3.5'],
      ['Léo', '', ''],
    ]);
    const cells =
      '<table:table-cell office:value-type="string"><text:p>Anne</text:p></table:table-cell>' +
      '<table:table-cell office:value-type="date" office:date-value="2026-05-03"><text:p>3 mai 2026</text:p></table:table-cell>' +
      '<table:table-cell office:value-type="float" office:value="3.5"><text:p>3,50 €</text:p></table:table-cell>';
    const sheet = `<table:table/>${odsTable([['Nom', 'Date', 'Note']]).replace('</table:table>', `<table:table-row table:number-rows-repeated="2"/><table:table-row>${cells}<table:table-cell table:number-columns-repeated="16000"/></table:table-row><table:table-row table:number-rows-repeated="1048000"/></table:table>`)}`;
    expect((await read('a.ods', odsOf(sheet))).rows).toEqual([['Anne', '2026-05-03', '3.5']]);
  });

  test('is refused by name when a column comes twice, when there are 20,000 columns, or no respondent', async () => {
    const error = await read('a.csv', Buffer.from('Nom,Âge,nom\nAnne,3,x\n')).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'source.unreadable', data: { file: 'a.csv', reason: 'columnTwice', column: 'nom' } });
    const wide = Array.from({ length: 20_000 }, (_, at) => `q${at}`).join(',');
    expect(await reasonOf('a.csv', Buffer.from(`${wide}\n${wide}\n`))).toBe('tooManyColumns');
    expect(await reasonOf('a.csv', Buffer.from('Nom,Âge\n'))).toBe('noText');
    expect(await reasonOf('a.csv', Buffer.from('Nom,Âge\n"Anne,3\n'))).toBe('damaged');
    expect(await reasonOf('a.xls', Buffer.from('x'))).toBe('formatUnsupported');
  });

  test('is refused by name when its spreadsheet is locked, renamed, cut, a bomb, or claims cells without number', async () => {
    const sound = await xlsxOf(ROWS);
    expect(await reasonOf('a.xlsx', sound.subarray(0, sound.length - 60))).toBe('damaged');
    expect(await reasonOf('a.xlsx', odsOf(odsTable(ROWS)))).toBe('notAsNamed');
    expect(await reasonOf('a.ods', sound)).toBe('notAsNamed');
    expect(await reasonOf('a.ods', odsOf('', { isEncrypted: true }))).toBe('encrypted');
    expect(await reasonOf('a.ods', odsOf(' '.repeat(30_000_000)))).toBe('zipBomb');
    const many = '<table:table-cell table:number-columns-repeated="1000000000"><text:p>x</text:p></table:table-cell>';
    expect(await reasonOf('a.ods', odsOf(`<table:table><table:table-row>${many}</table:table-row></table:table>`))).toBe('tooLarge');
  });
});

describe('a table of attributes', () => {
  test('may be an OpenDocument spreadsheet, its lines numbered as the program shows them', async () => {
    const records = await readTable({ name: 'cas.ods', bytes: odsOf(odsTable([['case', 'Ville'], [], ['Alpha', 'Tours']])) });
    expect(records).toEqual([{ line: 3, fields: { case: 'Alpha', Ville: 'Tours' } }]);
  });

  test('of 20,000 columns is refused', async () => {
    const wide = Array.from({ length: 20_000 }, (_, at) => `q${at}`).join(',');
    await expect(readTable({ name: 'a.csv', bytes: Buffer.from(`${wide}\n`) })).rejects.toMatchObject({ code: 'coding.tableInvalid' });
  });
});
