// A row's counts over the columns, as quiet bars; read aloud as the numbers they are.
import type { MatrixCell, MatrixHeader } from '../../shared/domain/matrix.ts';
import { gridText } from '../../shared/i18n/matrix-grid.ts';
import { useText } from '../ui/language.tsx';
import { sparkline } from './sparkline.ts';
import { headerTitle } from './table-cells.ts';

const SIZE = { width: 120, height: 14 } as const;
/** Above so many columns only the strongest is named. */
const MOST_READ = 12;

interface SparklineProps {
  cells: readonly MatrixCell[];
  columns: readonly MatrixHeader[];
  /** The table's largest number: bars of all rows are of one measure. */
  most: number;
}

export function Sparkline({ cells, columns, most }: SparklineProps) {
  const words = useText(gridText);
  const values = cells.map(({ passages }) => passages);
  const strongest = values.indexOf(Math.max(...values));
  const nameOf = (at: number) => (columns[at] ? headerTitle(columns[at]) : '');
  const text =
    values.length <= MOST_READ
      ? words.sparkline(values.map((value, at) => words.sparklinePart(nameOf(at), value)))
      : words.sparklineLong(values.filter((value) => value > 0).length, values.length, nameOf(strongest), values[strongest] ?? 0);
  return (
    <svg className="matrices-sparkline" viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} preserveAspectRatio="none" role="img" aria-label={text}>
      <title>{text}</title>
      {sparkline(values, most, SIZE.width, SIZE.height).map((bar) => (
        <rect key={bar.x} {...bar} />
      ))}
    </svg>
  );
}
