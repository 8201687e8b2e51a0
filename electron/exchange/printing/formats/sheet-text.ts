// A spreadsheet cell holds 32,767 characters and cuts the rest without a word: here long cells are divided, and say so.
import type { Font, RichText } from 'exceljs';
import type { ExportLabels } from '../../../../shared/i18n/export.ts';

/** What Excel keeps of one cell, in UTF-16 units. */
export const CELL_LIMIT = 32_767;

const SIZE = 9;

export function font(style: Partial<Font> = {}): Partial<Font> {
  return { name: 'Arial', size: SIZE, ...style };
}

/** Where to cut at or before `room`: after a space or a line end near it, never inside a character. */
function cutBefore(text: string, room: number): number {
  const space = Math.max(text.lastIndexOf(' ', room - 1), text.lastIndexOf('\n', room - 1)) + 1;
  if (space > room * 0.8) return space;
  const code = text.charCodeAt(room - 1);
  return code >= 0xd800 && code <= 0xdbff ? room - 1 : room;
}

/**
 * The runs divided into cells of at most `limit` UTF-16 units, notices included. Without the notices the parts, put together, are the whole text.
 */
export function divideRuns(runs: readonly RichText[], labels: ExportLabels, limit = CELL_LIMIT): RichText[][] {
  const whole = runs.reduce((length, run) => length + run.text.length, 0);
  if (whole <= limit) return [[...runs]];
  const notice = (text: string): RichText => ({ font: font({ bold: true, italic: true, color: { argb: 'FF9A3412' } }), text });
  const above = `${labels.continuesAbove}\n`;
  const below = `\n${labels.continuesBelow}`;
  const room = limit - above.length - below.length;
  const parts: RichText[][] = [[]];
  let left = room;
  for (const run of runs) {
    let rest = run.text;
    while (rest.length > left) {
      const cut = cutBefore(rest, left);
      if (cut > 0) parts.at(-1)?.push({ ...run, text: rest.slice(0, cut) });
      rest = rest.slice(cut);
      parts.push([]);
      left = room;
    }
    if (rest !== '') parts.at(-1)?.push({ ...run, text: rest });
    left -= rest.length;
  }
  return parts.map((part, index) => [...(index === 0 ? [] : [notice(above)]), ...part, ...(index === parts.length - 1 ? [] : [notice(below)])]);
}

/** A text as cells of one column, the second and following ones in rows of their own; `wholeOf` puts it together again. */
export function divideText(text: string, labels: ExportLabels, limit = CELL_LIMIT): string[] {
  return divideRuns([{ text }], labels, limit).map((runs) => runs.map((run) => run.text).join(''));
}

/** The text of cells that say in one of these languages that they go on, without saying so. */
export function wholeOf(parts: readonly string[], languages: readonly ExportLabels[]): string {
  if (parts.length === 1) return parts[0] ?? '';
  const aboves = languages.map(({ continuesAbove }) => `${continuesAbove}\n`);
  const belows = languages.map(({ continuesBelow }) => `\n${continuesBelow}`);
  return parts
    .map((part) => {
      const above = aboves.find((notice) => part.startsWith(notice)) ?? '';
      const below = belows.find((notice) => part.endsWith(notice)) ?? '';
      return part.slice(above.length, part.length - below.length);
    })
    .join('');
}

/** Points. Excel allows 409.5 and never grows a row by itself once its height is set. */
export function rowHeight(texts: readonly { readonly text: string; readonly width: number }[]): number {
  const lines = texts.map(({ text, width }) =>
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 0.84) / Math.max(1, width))), 0),
  );
  return Math.min(409, Math.max(1, ...lines) * (SIZE * 1.32) + 6);
}
