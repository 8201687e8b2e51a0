// How far a file is, as whoever waits for it is told: never back, and to the end.
import { describe, expect, it } from 'vitest';
import { heading, paragraph, plainColumns } from '../../../../../electron/exchange/printing/formats/document-words.ts';
import type { PrintedDocument, TableRow } from '../../../../../electron/exchange/printing/formats/printed-document.ts';
import type { PrintedSheets } from '../../../../../electron/exchange/printing/formats/printed-sheet.ts';
import { sheetColumn } from '../../../../../electron/exchange/printing/formats/printed-sheet.ts';
import { writeDocument } from '../../../../../electron/exchange/printing/formats/write-document.ts';
import { writeSheets } from '../../../../../electron/exchange/printing/formats/write-sheets.ts';

const ROWS = 30;
const COLUMNS = 9;
/** Upright, a page has three of the columns beside the labels. */
const PARTS = 3;
const HEADING = 1;

const row = (label: string): TableRow => ({
  band: null,
  label: [paragraph('rowHeader', label)],
  cells: Array.from({ length: COLUMNS }, () => [paragraph('cell', 'Tout le monde décide.')]),
});

const DOCUMENT: PrintedDocument = {
  title: 'Deux pôles',
  author: null,
  language: 'fr',
  sections: [
    {
      page: 'upright',
      blocks: [
        heading(1, 'Deux pôles'),
        {
          kind: 'table',
          title: 'Qui décide',
          lead: [],
          rowAxis: 'Cas',
          columnAxis: null,
          columns: plainColumns(Array.from({ length: COLUMNS }, (_, at) => `Outil ${at + 1}`)),
          rows: Array.from({ length: ROWS }, (_, at) => row(`Pôle ${at + 1}`)),
          note: null,
          source: null,
          widths: 'even',
          fits: { upright: 3, across: 6 },
        },
      ],
    },
  ],
};

const sheet = (name: string) => ({
  name,
  title: null,
  columns: [sheetColumn('Cas')],
  headerLines: null,
  rows: Array.from({ length: ROWS }, (_, at) => ({ values: [`Pôle ${at + 1}`] })),
  frozenColumns: 0,
  note: null,
  source: null,
});
const SHEETS: PrintedSheets = { title: 'Deux pôles', author: null, language: 'fr', sheets: [sheet('Un'), sheet('Deux')] };

/** What somebody is told who listens; what is said twice in a row counts once. */
async function heard(write: (tell: (done: number, total: number) => void) => Promise<Uint8Array>): Promise<readonly (readonly [number, number])[]> {
  const steps: [number, number][] = [];
  await write((done, total) => {
    if (steps.at(-1)?.[0] !== done) steps.push([done, total]);
  });
  return steps;
}

/** Never back, and to the end. */
const everyLine = (total: number): readonly (readonly [number, number])[] => Array.from({ length: total }, (_, at) => [at + 1, total] as const);

describe('a file being written', () => {
  it.each(['docx', 'odt', 'pdf'] as const)('tells of every row in each part of its tables, as %s', async (format) => {
    expect(await heard((tell) => writeDocument(DOCUMENT, format, tell))).toEqual(everyLine(ROWS * PARTS + HEADING));
  });

  it('tells of the rows of all its sheets', async () => {
    expect(await heard((tell) => writeSheets(SHEETS, 'xlsx', tell))).toEqual(everyLine(ROWS * 2));
  });
});
