// How a turn's words are set: what of the document's setting the reader shows, cut into pieces that are alike throughout.
import type { Turn } from '../../shared/domain/source.ts';
import type { PositionMark, StyleRun, TextStyle } from '../../shared/domain/style-run.ts';

/** Words set alike; offsets count among the words. */
export interface WordsPiece {
  readonly start: number;
  readonly text: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isCell: boolean;
  /** What begins before these words, besides them. */
  readonly marks: readonly PositionMark[];
}

const NO_MARKS: readonly PositionMark[] = [];

/** Styles of a whole turn, in the order in which they win. */
const BLOCKS = ['heading1', 'heading2', 'heading3', 'listItem'] as const satisfies readonly TextStyle[];
export type BlockStyle = (typeof BLOCKS)[number];

/** A heading or an item of a list, when all the turn's words are one. */
export function blockStyleOf({ styles, text, bodyStart, bodyEnd }: Turn): BlockStyle | null {
  if (styles.length === 0) return null;
  const words = text.slice(bodyStart, bodyEnd);
  const from = bodyStart + words.length - words.trimStart().length;
  const to = bodyEnd - (words.length - words.trimEnd().length);
  return BLOCKS.find((block) => styles.some(({ style, start, end }) => style === block && start <= from && end >= to)) ?? null;
}

function covers(runs: readonly StyleRun[], style: TextStyle, from: number, to: number): boolean {
  return runs.some((run) => run.style === style && run.start <= from && run.end >= to);
}

/** The time at which the turn begins is in the margin already. */
function shownMarks({ marks, bodyStart, bodyEnd, startMs }: Turn): readonly PositionMark[] {
  if (marks.length === 0) return NO_MARKS;
  return marks.filter(({ at, kind, value }) => at <= bodyEnd && !(kind === 'time' && at <= bodyStart && value === startMs));
}

const NO_RUNS: readonly StyleRun[] = [];

/** Null for a turn that is plain throughout: its words stand in one piece. */
export function piecesOfTurn(turn: Turn): readonly WordsPiece[] | null {
  const { text, bodyStart, bodyEnd } = turn;
  const inline = turn.styles.length === 0 ? NO_RUNS : turn.styles.filter(({ style }) => style === 'bold' || style === 'italic' || style === 'cell');
  const marks = shownMarks(turn);
  if (inline.length === 0 && marks.length === 0) return null;
  const within = (offset: number) => Math.min(Math.max(offset, bodyStart), bodyEnd);
  const cuts = new Set([
    bodyStart,
    bodyEnd,
    ...inline.flatMap(({ start, end }) => [within(start), within(end)]),
    ...marks.map(({ at }) => within(at)),
  ]);
  const borders = [...cuts].sort((a, b) => a - b);
  return borders.flatMap((from, index) => {
    const to = borders[index + 1];
    const here = marks.filter(({ at }) => within(at) === from);
    if (to === undefined && here.length === 0) return [];
    const end = to ?? from;
    return [
      {
        start: from - bodyStart,
        text: text.slice(from, end),
        isBold: covers(inline, 'bold', from, end),
        isItalic: covers(inline, 'italic', from, end),
        isCell: end > from && covers(inline, 'cell', from, end),
        marks: here,
      },
    ];
  });
}
