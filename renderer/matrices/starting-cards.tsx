// A first visit finds no empty form: matrices that this project can make, each one press away.
import { Grid3x3 } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { MatrixDefinition, SavedMatrix } from '../../shared/domain/matrix.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { useNavigation } from '../navigation.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { axisName } from './frame.ts';
import type { ProjectFrame } from './frame.ts';
import { sizeOf, startingPoints } from './starting-points.ts';

interface StartingCardsProps {
  frame: ProjectFrame;
  saved: readonly SavedMatrix[];
  onStart: (definition: MatrixDefinition) => void;
  onOpen: (matrix: SavedMatrix) => void;
}

export function StartingCards({ frame, saved, onStart, onOpen }: StartingCardsProps) {
  const words = useText(matricesText);
  const { go } = useNavigation();
  const points = startingPoints(frame);
  if (points.length === 0 && saved.length === 0) {
    return (
      <EmptyState
        icon={Grid3x3}
        title={words.startEmptyTitle}
        text={words.startEmptyText}
        actions={
          <>
            <Button onPress={() => go({ screen: 'grids' })}>{words.startGrids}</Button>
            <Button variant="primary" onPress={() => go({ screen: 'coding' })}>
              {words.startCoding}
            </Button>
          </>
        }
      />
    );
  }
  return (
    <div className="matrices-start">
      {saved.length > 0 ? (
        <>
          <SectionTitle level={2}>{words.savedTitle}</SectionTitle>
          <ul className="matrices-saved">
            {saved.map((matrix) => (
              <li key={matrix.id}>
                <Button onPress={() => onOpen(matrix)}>
                  <Grid3x3 size={15} strokeWidth={1.75} aria-hidden />
                  {matrix.name}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h1 className="matrices-start-title">{words.startTitle}</h1>
      <p className="quiet">{words.startText}</p>
      <ul className="matrices-cards">
        {points.map((point) => {
          const size = sizeOf(point.definition, frame, words);
          return (
            <li key={point.key}>
              <AriaButton className="matrices-card" onPress={() => onStart(point.definition)}>
                <MiniMatrix rows={size.rows} columns={size.columns} groups={point.definition.columns.length > 1} />
                <span className="matrices-card-name">
                  {[...point.definition.rows, ...point.definition.columns].map((spec) => axisName(spec, frame, words)).join(' × ')}
                </span>
                <span className="matrices-card-why">{words.startWhy[point.reason]}</span>
                <span className="matrices-card-size number">{words.startSize(size.rows, size.columns)}</span>
              </AriaButton>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const MINI = { width: 132, height: 62, head: 22, top: 10, mostRows: 7, mostColumns: 12 } as const;

/** The shape of the matrix to come: how many rows and columns, nothing else. */
function MiniMatrix({ rows, columns, groups }: { rows: number; columns: number; groups: boolean }) {
  const shownRows = Math.min(rows, MINI.mostRows);
  const shownColumns = Math.min(columns, MINI.mostColumns);
  const width = (MINI.width - MINI.head) / Math.max(shownColumns, 1);
  const height = (MINI.height - MINI.top) / Math.max(shownRows, 1);
  const cells = Array.from({ length: shownRows * shownColumns }, (_, at) => ({ row: Math.floor(at / shownColumns), column: at % shownColumns }));
  return (
    <svg className="matrices-mini" viewBox={`0 0 ${MINI.width} ${MINI.height}`} aria-hidden>
      {Array.from({ length: shownRows }, (_, row) => (
        <rect
          key={`row-${row}`}
          className="matrices-mini-head"
          x={0}
          y={MINI.top + row * height + 1}
          width={MINI.head - 3}
          height={height - 2}
          rx={1}
        />
      ))}
      {Array.from({ length: shownColumns }, (_, column) => (
        <rect
          key={`column-${column}`}
          className="matrices-mini-head"
          x={MINI.head + column * width + 0.5}
          y={0}
          width={width - 1}
          height={MINI.top - 3}
          rx={1}
        />
      ))}
      {cells.map(({ row, column }) => (
        <rect
          key={`${row}-${column}`}
          className={groups && column % 2 === 1 ? 'matrices-mini-second' : 'matrices-mini-cell'}
          x={MINI.head + column * width + 0.5}
          y={MINI.top + row * height + 1}
          width={width - 1}
          height={height - 2}
          rx={1}
        />
      ))}
    </svg>
  );
}
