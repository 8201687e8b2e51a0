// The table of the matrix as it is now, with its progress below: what the screen shows when it shows the grid.
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { CellLinks } from './found-list.tsx';
import type { ProjectFrame } from './frame.ts';
import { GridFoot } from './grid-foot.tsx';
import { MatrixTable } from './matrix-table.tsx';
import type { TableChanges } from './table-changes.ts';
import type { RatingLevels } from './rating-levels.ts';
import type { AskedNext } from './use-next-cell.ts';
import type { Folds } from './use-folds.ts';
import type { MatrixSession } from './use-matrix-session.ts';

interface MatrixGridProps {
  /** Of the whole matrix. */
  links: CellLinks;
  folds: Folds;
  view: MatrixSession;
  frame: ProjectFrame;
  ratings: RatingLevels;
  changes: TableChanges;
  /** What the table counts, at the end of its last line. */
  foot: ReactNode;
}

export function MatrixGrid({ links, folds, view, frame, ratings, changes, foot }: MatrixGridProps) {
  const [asked, setAsked] = useState<AskedNext>(null);
  const table = folds.table ?? links.table;
  const { onDefinition } = changes;
  return (
    <>
      <MatrixTable
        links={{ ...links, table }}
        frame={frame}
        changes={changes}
        parentOf={folds.parentOf}
        whole={links.table}
        ratings={ratings}
        chosen={view.choice}
        asked={asked}
        onClose={() => view.choose(null)}
      />
      <GridFoot
        table={table}
        definition={changes.definition}
        onNext={(next) => setAsked((before) => ({ next, time: (before?.time ?? 0) + 1 }))}
        onDefinition={(definition) => onDefinition?.(definition)}
      >
        {foot}
      </GridFoot>
    </>
  );
}
