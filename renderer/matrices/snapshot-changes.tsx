// The cells that changed between two states of a matrix, as a table: what they held before, what they hold after.
import type { MatrixSnapshotId } from '../../shared/domain/ids.ts';
import type { CellState, MatrixChange } from '../../shared/domain/matrix-changes.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { gridText } from '../../shared/i18n/matrix-grid.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { useText } from '../ui/language.tsx';
import { useQuery } from '../ui/use-query.ts';
import type { CellLinks } from './found-list.tsx';
import type { Past } from './past.ts';
import { findCell } from './table-cells.ts';

interface SnapshotChangesProps {
  from: MatrixSnapshotId;
  /** Null: now. */
  to: MatrixSnapshotId | null;
  /** Of the matrix as it is now. */
  links: CellLinks;
  onPast: (past: Past | null) => void;
}

const nameOf = ({ path, label }: MatrixChange['row']): string => (path.length > 0 ? path.join(' › ') : label);

export function SnapshotChanges({ from, to, links, onPast }: SnapshotChangesProps) {
  const words = useText(gridText);
  const { data: changes } = useQuery('matrixSnapshot.compare', { from, to });
  if (!changes) return null;
  if (changes.length === 0) return <EmptyState title={words.changesCount(0)} />;
  return (
    <div className="matrices-changes">
      <p className="quiet">{words.changesCount(changes.length)}</p>
      <table className="matrices-changes-table">
        <thead>
          <tr>
            <th scope="col">{words.cellColumn}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <ChangeRow key={`${change.row.key} ${change.column.key}`} change={change} links={links} onPast={onPast} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ChangeRowProps {
  change: MatrixChange;
  links: CellLinks;
  onPast: (past: Past | null) => void;
}

function ChangeRow({ change, links, onPast }: ChangeRowProps) {
  const words = useText(gridText);
  const choice = { rowKey: change.row.key, columnKey: change.column.key };
  const title = `${nameOf(change.row)} × ${nameOf(change.column)}`;
  const isThere = findCell(links.table, choice.rowKey, choice.columnKey) !== null;
  return (
    <tr>
      <th scope="row">
        {isThere ? (
          <a
            href={links.addressOf(choice)}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey) return;
              event.preventDefault();
              onPast(null);
              links.onOpen(choice, event.detail === 0);
            }}
          >
            {title}
          </a>
        ) : (
          <span title={words.cellGone}>{title}</span>
        )}
      </th>
      <StateCell state={change.before} other={change.after} />
      <StateCell state={change.after} other={change.before} />
    </tr>
  );
}

/** What is the same on both sides is quiet. */
function StateCell({ state, other }: { state: CellState | null; other: CellState | null }) {
  const words = useText(matricesText);
  const grid = useText(gridText);
  if (state === null) return <td className="quiet">{grid.wasNothing}</td>;
  const quiet = (key: keyof CellState) => (other !== null && other[key] === state[key] ? 'quiet' : undefined);
  return (
    <td>
      <span className={quiet('passages')}>{words.passages(state.passages)}</span>
      {state.rating === null ? null : <span className={quiet('rating')}> · {grid.ratedAs(state.rating)}</span>}
      {state.status === null ? null : <span className={quiet('status')}> · {words.statuses[state.status]}</span>}
      {state.synthesis === null ? null : <p className={quiet('synthesis') ?? 'matrices-full-prose'}>{state.synthesis}</p>}
    </td>
  );
}
