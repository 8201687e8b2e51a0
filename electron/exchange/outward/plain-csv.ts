// Comma-separated text that programs read as it is: without the byte order mark and the guard against formulas that spreadsheets need (`csv.ts`),
// since a guarded cell would no longer hold the words it quotes.

import { quotedField } from '../csv.ts';

export type PlainValue = string | number | null;

const field = (value: PlainValue): string => (value === null ? '' : quotedField(String(value).replace(/\r\n?/g, '\n')));

/** RFC 4180, UTF-8, line feeds. */
export function plainCsv(rows: Iterable<readonly PlainValue[]>): string {
  let text = '';
  for (const row of rows) text += `${row.map(field).join(',')}\n`;
  return text;
}
