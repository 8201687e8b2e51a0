// A figure's table for a spreadsheet: pasted as columns, or as a file that French and English spreadsheets open alike.
import type { FigureTable } from '../../shared/figure/figure-table.ts';

/** What a spreadsheet would take for a formula stays words. */
const guarded = (value: string): string => (/^[=+\-@\t\r]/.test(value) && !/^[+\-−]?[\d.,\u202f\u00a0]+\s?%?$/.test(value) ? `'${value}` : value);

export function tableAsText({ columns, rows }: FigureTable): string {
  const line = (values: readonly (string | number)[]): string => values.map((value) => guarded(String(value).replace(/[\t\r\n]+/g, ' '))).join('\t');
  return [line(columns), ...rows.map(line)].join('\n');
}

/** Semicolons, which French spreadsheets expect, and a mark that says UTF-8. */
export function tableAsCsv({ columns, rows }: FigureTable): string {
  const line = (values: readonly (string | number)[]): string => values.map((value) => `"${guarded(String(value)).replaceAll('"', '""')}"`).join(';');
  return `\ufeff${[line(columns), ...rows.map(line)].join('\r\n')}\r\n`;
}
