// A matrix as it once stood, to read; and what has changed since, cell by cell, each one press away from its cell of today.
import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { MatrixSnapshotId } from '../../shared/domain/ids.ts';
import type { MatrixLayout, MatrixSnapshot, MatrixTable as Table } from '../../shared/domain/matrix.ts';
import { formatWhen } from '../../shared/i18n/date.ts';
import { gridText } from '../../shared/i18n/matrix-grid.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { Select } from '../ui/select.tsx';
import { useQuery } from '../ui/use-query.ts';
import type { CellChoice } from './cell-choice.ts';
import { CellInFull } from './cell-in-full.tsx';
import type { CellLinks } from './found-list.tsx';
import type { ProjectFrame } from './frame.ts';
import { MatrixTable } from './matrix-table.tsx';
import type { RatingLevels } from './rating-levels.ts';
import type { Past } from './past.ts';
import { SnapshotChanges } from './snapshot-changes.tsx';
import { crossingTitle, findCell } from './table-cells.ts';
import { useFolds } from './use-folds.ts';

export interface SnapshotViewProps {
  past: Past;
  onPast: (past: Past | null) => void;
  snapshots: readonly MatrixSnapshot[];
  frame: ProjectFrame;
  ratings: RatingLevels;
  layout: MatrixLayout;
  onLayout: (layout: MatrixLayout) => void;
  /** Of the matrix as it is now. */
  links: CellLinks;
}

export function SnapshotView(props: SnapshotViewProps) {
  const { past, onPast, snapshots } = props;
  const words = useText(gridText);
  const { language } = useLanguage();
  const snapshot = snapshots.find(({ id }) => id === past.snapshotId);
  if (!snapshot) return null;
  const others = snapshots.filter(({ id }) => id !== snapshot.id);
  const title =
    past.kind === 'compare'
      ? words.changesTitle(snapshot.name, others.find(({ id }) => id === past.toId)?.name ?? null)
      : words.asItStood(snapshot.name, formatWhen(language, snapshot.createdAt));
  return (
    <section className="matrices-past" aria-label={words.snapshots}>
      <div className="matrices-past-bar" role="status">
        <strong>{title}</strong>
        {past.kind === 'open' ? (
          <Button size="small" onPress={() => onPast({ kind: 'compare', snapshotId: snapshot.id, toId: null })}>
            {words.compareNow}
          </Button>
        ) : (
          <>
            <Select
              label={words.compareWith}
              options={[{ id: 'now', label: words.now }, ...others.map(({ id, name }) => ({ id: id as string, label: name }))]}
              value={past.toId ?? 'now'}
              onChange={(id) => onPast({ ...past, toId: others.find((each) => each.id === id)?.id ?? null })}
            />
            <Button size="small" onPress={() => onPast({ kind: 'open', snapshotId: snapshot.id })}>
              {words.openSnapshot(snapshot.name)}
            </Button>
          </>
        )}
        <Button size="small" onPress={() => onPast(null)}>
          {words.backToNow}
        </Button>
      </div>
      {past.kind === 'open' ? (
        <ThenTable key={past.snapshotId} {...props} snapshotId={past.snapshotId} />
      ) : (
        <SnapshotChanges {...props} from={past.snapshotId} to={past.toId} />
      )}
    </section>
  );
}

function ThenTable({ snapshotId, frame, ratings, layout, onLayout, links, onPast }: SnapshotViewProps & { snapshotId: MatrixSnapshotId }) {
  const { data: then } = useQuery('matrixSnapshot.read', { snapshotId });
  const [choice, setChoice] = useState<CellChoice | null>(null);
  if (!then) return null;
  const openNow = (to: CellChoice) => {
    onPast(null);
    links.onOpen(to, true);
  };
  return (
    <div className="matrices-then">
      <ReadOnlyTable then={then} {...{ frame, ratings, layout, onLayout, links, choice }} onChoose={setChoice} />
      {choice ? <CellThen then={then} choice={choice} now={links.table} ratings={ratings} onClose={() => setChoice(null)} onNow={openNow} /> : null}
    </div>
  );
}

interface ReadOnlyTableProps extends Pick<SnapshotViewProps, 'frame' | 'ratings' | 'layout' | 'onLayout' | 'links'> {
  then: Table;
  choice: CellChoice | null;
  onChoose: (choice: CellChoice | null) => void;
}

function ReadOnlyTable({ then, frame, ratings, layout, onLayout, links, choice, onChoose }: ReadOnlyTableProps) {
  const { table = then, parentOf } = useFolds(then, then.definition, layout.collapsed, frame);
  const thenLinks = useMemo(() => ({ ...links, table, onOpen: onChoose }), [links, table, onChoose]);
  return (
    <MatrixTable
      links={thenLinks}
      frame={frame}
      changes={{ definition: then.definition, onDefinition: null, layout, onLayout }}
      parentOf={parentOf}
      whole={then}
      ratings={ratings}
      chosen={choice}
      asked={null}
      onClose={() => onChoose(null)}
    />
  );
}

interface CellThenProps {
  then: Table;
  choice: CellChoice;
  now: Table;
  ratings: RatingLevels;
  onClose: () => void;
  onNow: (choice: CellChoice) => void;
}

/** One cell of the past, and the way to the same cell of today. */
function CellThen({ then, choice, now, ratings, onClose, onNow }: CellThenProps) {
  const words = useText(gridText);
  const found = findCell(then, choice.rowKey, choice.columnKey);
  if (!found) return null;
  const title = crossingTitle(found.rowHeader, found.columnHeader);
  const isThere = findCell(now, choice.rowKey, choice.columnKey) !== null;
  return (
    <aside className="matrices-cell-then" aria-label={words.cellThen(title)}>
      <div className="matrices-panel-head">
        <h2 className="matrices-panel-title">{words.cellThen(title)}</h2>
        <IconButton icon={X} label={words.close} size="small" onPress={onClose} />
      </div>
      <CellInFull cell={found.cell} contents={then.definition.contents} ratings={ratings} />
      {isThere ? (
        <Button size="small" onPress={() => onNow(choice)}>
          {words.cellNow}
        </Button>
      ) : (
        <p className="quiet">{words.cellGone}</p>
      )}
    </aside>
  );
}
