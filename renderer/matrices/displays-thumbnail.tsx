// A display's shape in small: its outer and inner heads, and the kind of thing that its cells hold. Drawn from data, in the theme's colours.
import type { DisplayMark, DisplayShape } from '../../shared/domain/display.ts';

const WIDTH = 148;
const HEIGHT = 76;
const HEAD = 26;
const OUTER = 7;
const INNER = 8;
const GAP = 3;

interface Line {
  readonly at: number;
  readonly size: number;
}

/** Where lines stand, groups a little apart from one another. */
function linesOf(groups: readonly number[], from: number, to: number): { lines: Line[]; outer: Line[] } {
  const count = groups.reduce((sum, each) => sum + each, 0);
  const size = (to - from - GAP * (groups.length - 1)) / count;
  const lines: Line[] = [];
  const outer: Line[] = [];
  let at = from;
  for (const group of groups) {
    outer.push({ at, size: size * group });
    for (let line = 0; line < group; line += 1) lines.push({ at: at + line * size, size });
    at += size * group + GAP;
  }
  return { lines, outer };
}

/** The same small disorder on every machine: a thumbnail never changes. */
function amount(row: number, column: number): number {
  return ((row * 7 + column * 5 + row * column * 3) % 10) / 10;
}

export function DisplayThumbnail({ shape }: { shape: DisplayShape }) {
  const rows = linesOf(shape.rows, (shape.columns.length > 1 ? OUTER : 0) + INNER, HEIGHT);
  const columns = linesOf(shape.columns, HEAD + (shape.rows.length > 1 ? OUTER : 0), WIDTH);
  return (
    <svg className="displays-thumbnail" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
      {shape.columns.length > 1
        ? columns.outer.map(({ at, size }) => <rect key={at} className="displays-outer" x={at} y={0} width={size - 1} height={OUTER - 2} rx={1} />)
        : null}
      {shape.rows.length > 1
        ? rows.outer.map(({ at, size }) => <rect key={at} className="displays-outer" x={0} y={at} width={OUTER - 2} height={size - 1} rx={1} />)
        : null}
      {columns.lines.map(({ at, size }) => (
        <rect
          key={at}
          className="displays-head"
          x={at + 0.5}
          y={rows.lines[0] ? rows.lines[0].at - INNER : 0}
          width={size - 1.5}
          height={INNER - 3}
          rx={1}
        />
      ))}
      {rows.lines.map(({ at, size }, row) => (
        <rect
          key={at}
          className="displays-head"
          x={columns.lines[0] ? columns.lines[0].at - HEAD : 0}
          y={at + 0.5}
          width={shape.isOrdered ? (HEAD - 4) * (1 - (row / rows.lines.length) * 0.7) : HEAD - 4}
          height={size - 1.5}
          rx={1}
        />
      ))}
      {rows.lines.flatMap((row, r) =>
        columns.lines.map((column, c) => (
          <Cell
            key={`${r} ${c}`}
            mark={shape.mark}
            row={row}
            column={column}
            share={amount(r, c)}
            isOrdered={shape.isOrdered === true}
            rank={1 - r / rows.lines.length}
          />
        )),
      )}
    </svg>
  );
}

interface CellProps {
  mark: DisplayMark;
  row: Line;
  column: Line;
  /** 0 … 1: how full this cell is. */
  share: number;
  isOrdered: boolean;
  /** 1 for the first row, falling. */
  rank: number;
}

function Cell({ mark, row, column, share, isOrdered, rank }: CellProps) {
  const x = column.at + 0.5;
  const y = row.at + 0.5;
  const width = column.size - 1.5;
  const height = row.size - 1.5;
  const back = <rect className="displays-cell" x={x} y={y} width={width} height={height} rx={1} />;
  if (mark === 'ratings') {
    const strength = isOrdered ? (rank + share * 0.4) / 1.4 : share;
    return (
      <>
        {back}
        <rect className="displays-ink" x={x} y={y} width={width} height={height} rx={1} opacity={0.12 + strength * 0.7} />
      </>
    );
  }
  if (mark === 'stances') {
    const part = Math.round(width * (0.35 + share * 0.5));
    return (
      <>
        {back}
        <rect className="displays-ink" x={x + 1.5} y={y + height / 2 - 1} width={Math.max(1, part - 2)} height={2} opacity={0.8} />
        <rect className="displays-against" x={x + part} y={y + height / 2 - 1} width={Math.max(0, width - part - 1.5)} height={2} />
      </>
    );
  }
  if (mark === 'numbers') {
    return (
      <>
        {back}
        {share < 0.2 ? null : (
          <circle
            className="displays-ink"
            cx={x + width / 2}
            cy={y + height / 2}
            r={Math.min(height, width) * (0.14 + share * 0.26)}
            opacity={0.75}
          />
        )}
      </>
    );
  }
  const lines = Math.max(1, Math.floor(height / 4));
  return (
    <>
      {back}
      {Array.from({ length: lines }, (_, line) => (
        <rect
          key={line}
          className={mark === 'quotes' && line === lines - 1 ? 'displays-quote' : 'displays-line'}
          x={x + 2}
          y={y + 1.6 + line * 3.6}
          width={Math.max(0, (width - 4) * (line === lines - 1 ? 0.3 + share * 0.5 : 0.75 + share * 0.25))}
          height={1.4}
        />
      ))}
    </>
  );
}
