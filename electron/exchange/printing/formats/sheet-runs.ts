// What a cell of a sheet says as runs of text: the same looks as on paper, as far as one cell of a spreadsheet can have them.
import type { Font, RichText } from 'exceljs';
import { LOOKS, ROLES, blockLookName } from './document-looks.ts';
import type { LookName } from './document-looks.ts';
import type { CellBlock, Inline } from './printed-document.ts';
import { font } from './sheet-text.ts';

type Look = Pick<Font, 'bold' | 'italic'> & { readonly color: string; readonly underline?: boolean };

const BLACK = '000000';

const fonts = new Map<string, Partial<Font>>();

/** One object per look: a workbook has many thousands of runs, and what looks alike is told by it. */
function fontOf({ bold, italic, color, underline }: Look): Partial<Font> {
  const key = `${bold ? 'b' : ''}${italic ? 'i' : ''}${underline ? 'u' : ''}${color}`;
  let known = fonts.get(key);
  if (!known) {
    known = font({
      ...(bold ? { bold } : {}),
      ...(italic ? { italic } : {}),
      ...(underline ? { underline } : {}),
      ...(color === BLACK ? {} : { color: { argb: `FF${color.toUpperCase()}` } }),
    });
    fonts.set(key, known);
  }
  return known;
}

/** Of words that nothing marks. */
export const PLAIN_FONT = fontOf({ bold: false, italic: false, color: BLACK });

function inlineRuns(inlines: readonly Inline[], look: Look): RichText[] {
  return inlines.flatMap((inline): RichText[] => {
    switch (inline.kind) {
      case 'text': {
        const role = inline.role === undefined ? null : ROLES[inline.role];
        const bold = inline.bold ?? role?.bold ?? look.bold;
        const italic = inline.italic ?? role?.italic ?? look.italic;
        const own = { ...look, bold, italic, color: role?.color ?? look.color, ...(inline.underline ? { underline: true } : {}) };
        return [{ font: fontOf(own), text: inline.text }];
      }
      case 'break':
        return [{ font: PLAIN_FONT, text: '\n' }];
      case 'swatch':
        return [{ font: fontOf({ bold: false, italic: false, color: inline.color.slice(1) }), text: '■ ' }];
      case 'link':
      case 'bookmark':
        return inlineRuns(inline.inlines, look);
      case 'picture':
        return [{ font: fontOf(look), text: inline.alt }];
    }
  });
}

const lookOf = (name: LookName): Look => ({ bold: LOOKS[name].bold, italic: LOOKS[name].italic, color: LOOKS[name].color });

function blockRuns(block: CellBlock, level: number): RichText[][] {
  if (block.kind !== 'list') return [inlineRuns(block.inlines, lookOf(blockLookName(block)))];
  return block.items.flatMap((item, at) => {
    const mark = block.start === null ? '•' : `${block.start + at}.`;
    const [first = [], ...rest] = item.flatMap((inner) => blockRuns(inner, level + 1));
    const standsIn = '   '.repeat(level);
    return [[{ font: PLAIN_FONT, text: `${standsIn}${mark} ` }, ...first], ...rest];
  });
}

/** One line per paragraph; neighbours that look alike are one run. */
export function blocksToRuns(blocks: readonly CellBlock[]): RichText[] {
  const lines = blocks.flatMap((block) => blockRuns(block, 0));
  const runs = lines.flatMap((line, at) => (at === 0 ? line : [{ font: PLAIN_FONT, text: '\n' }, ...line]));
  const merged: RichText[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    const isBlank = run.text.trim() === '';
    if (last && (isBlank || last.font === run.font)) merged[merged.length - 1] = { ...last, text: last.text + run.text };
    else if (run.text !== '') merged.push(run);
  }
  return merged;
}
