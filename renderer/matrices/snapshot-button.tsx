// The matrix as it once stood: snapshots are taken, listed, opened, compared and removed from here.
import { Camera, GitCompareArrows, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { DialogTrigger, Form } from 'react-aria-components';
import type { MatrixId, MatrixSnapshotId } from '../../shared/domain/ids.ts';
import type { MatrixDefinition, SavedMatrix } from '../../shared/domain/matrix.ts';
import { formatDate, formatWhen } from '../../shared/i18n/date.ts';
import { gridText } from '../../shared/i18n/matrix-grid.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { Popover } from '../ui/popover.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { sameDefinition } from './definition.ts';
import type { Past } from './past.ts';
import type { MatrixSession } from './use-matrix-session.ts';

interface SnapshotButtonProps {
  view: MatrixSession;
  definition: MatrixDefinition;
  /** The saved matrix on screen; null: it was not saved yet. */
  matrix: SavedMatrix | null;
  onPast: (past: Past) => void;
}

export function SnapshotButton({ definition, matrix, onPast }: SnapshotButtonProps) {
  const words = useText(gridText);
  return (
    <DialogTrigger>
      <IconButton icon={Camera} label={words.snapshots} />
      <Popover label={words.snapshots} placement="bottom end" className="matrices-snapshots">
        {(close) =>
          matrix ? (
            <>
              <TakeForm matrixId={matrix.id} isChanged={!sameDefinition(matrix.definition, definition)} />
              <SnapshotList
                matrixId={matrix.id}
                onPast={(past) => {
                  close();
                  onPast(past);
                }}
              />
            </>
          ) : (
            <>
              <p>{words.snapshotsHint}</p>
              <p className="quiet">{words.snapshotsNeedSaving}</p>
            </>
          )
        }
      </Popover>
    </DialogTrigger>
  );
}

function TakeForm({ matrixId, isChanged }: { matrixId: MatrixId; isChanged: boolean }) {
  const words = useText(gridText);
  const { language } = useLanguage();
  const run = useRun();
  const notify = useNotify();
  const [name, setName] = useState(() => words.snapshotProposed(formatDate(language, new Date().toISOString())));
  const take = async () => {
    if ((await run('matrixSnapshot.take', { matrixId, name: name.trim() })) !== undefined) notify({ text: words.taken(name.trim()), kind: 'done' });
  };
  return (
    <Form
      className="matrices-take"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') void take();
      }}
    >
      <TextField label={words.snapshotName} value={name} onChange={setName} maxLength={300} />
      <p className="quiet">{isChanged ? words.snapshotOfSaved : words.snapshotsHint}</p>
      <Button variant="primary" type="submit" isDisabled={name.trim() === ''}>
        {words.takeSnapshot}
      </Button>
    </Form>
  );
}

function SnapshotList({ matrixId, onPast }: { matrixId: MatrixId; onPast: (past: Past) => void }) {
  const words = useText(gridText);
  const { language } = useLanguage();
  const run = useRun();
  const notify = useNotify();
  const { data: snapshots = [] } = useQuery('matrixSnapshot.list', { matrixId });
  const remove = async (snapshotId: MatrixSnapshotId, name: string) => {
    if ((await run('matrixSnapshot.remove', { snapshotId })) !== undefined) notify({ text: words.removedSnapshot(name), kind: 'done' });
  };
  if (snapshots.length === 0) return <p className="quiet">{words.noSnapshots}</p>;
  return (
    <ul className="matrices-snapshot-list" aria-label={words.snapshots}>
      {snapshots.map(({ id, name, coder, createdAt }) => (
        <li key={id} className="matrices-snapshot">
          <Button
            variant="quiet"
            className="matrices-snapshot-open"
            aria-label={words.openSnapshot(name)}
            onPress={() => onPast({ kind: 'open', snapshotId: id })}
          >
            <span className="matrices-snapshot-name">{name}</span>
            <span className="quiet">{words.takenBy(formatWhen(language, createdAt), coder)}</span>
          </Button>
          <IconButton
            icon={GitCompareArrows}
            label={words.compareNowLabel(name)}
            size="small"
            onPress={() => onPast({ kind: 'compare', snapshotId: id, toId: null })}
          />
          <IconButton icon={Trash2} label={words.removeSnapshot(name)} size="small" onPress={() => void remove(id, name)} />
        </li>
      ))}
    </ul>
  );
}
