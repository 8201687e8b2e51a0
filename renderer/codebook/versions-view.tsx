// Kept states of a grid: keep one with its reason, see what changed between two, bring one back.
import { History, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Grid } from '../../shared/domain/category.ts';
import type { GridVersion } from '../../shared/domain/grid-version.ts';
import type { GridVersionId } from '../../shared/domain/ids.ts';
import { codebookVersionsText } from '../../shared/i18n/codebook-versions.ts';
import { shortDate } from '../../shared/i18n/corpus-table.ts';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { VersionChanges } from './version-changes.tsx';

const NOW = 'now';

export function VersionsView({ grid, onClose }: { grid: Grid; onClose: () => void }) {
  const words = useText(codebookVersionsText);
  const { project } = useProject();
  const { data: versions } = useQuery('grid.versions', { gridId: grid.id });
  const [restoring, setRestoring] = useState<GridVersion | null>(null);
  if (!versions) return null;
  const isReadOnly = project?.isReadOnly === true;
  return (
    <article className="codebook-card" aria-label={words.versionsOf(grid.title)}>
      <header className="codebook-card-facts">
        <h2>{words.versionsOf(grid.title)}</h2>
        <Button size="small" onPress={onClose}>
          {words.back}
        </Button>
      </header>
      {isReadOnly ? null : <KeepForm grid={grid} />}
      {versions.length === 0 ? (
        <p className="quiet">{words.none}</p>
      ) : (
        <>
          <VersionList versions={versions} isReadOnly={isReadOnly} onRestore={setRestoring} />
          <Comparison key={versions[0]?.id} grid={grid} versions={versions} />
        </>
      )}
      {restoring ? <Restoration version={restoring} onClose={() => setRestoring(null)} /> : null}
    </article>
  );
}

function KeepForm({ grid }: { grid: Grid }) {
  const words = useText(codebookVersionsText);
  const run = useRun();
  const [reason, setReason] = useState('');
  const keep = async () => {
    if ((await run('grid.keepVersion', { gridId: grid.id, reason })) !== undefined) setReason('');
  };
  return (
    <form
      className="codebook-keep"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <TextField label={words.reason} placeholder={words.reasonPlaceholder} value={reason} onChange={setReason} maxLength={2_000} />
      <Button type="submit" variant="primary">
        {words.keep.replace('…', '')}
      </Button>
    </form>
  );
}

interface VersionListProps {
  versions: readonly GridVersion[];
  isReadOnly: boolean;
  onRestore: (version: GridVersion) => void;
}

function VersionList({ versions, isReadOnly, onRestore }: VersionListProps) {
  const words = useText(codebookVersionsText);
  const { language } = useLanguage();
  const run = useRun();
  return (
    <ul className="codebook-versions">
      {versions.map((version) => (
        <li key={version.id}>
          <div>
            <b>{words.version(version.number)}</b> <span>{version.reason || words.noReason}</span>
            <p className="quiet">{words.by(version.coderName, shortDate(language, version.createdAt), version.categories)}</p>
          </div>
          {isReadOnly ? null : (
            <>
              <Button size="small" onPress={() => onRestore(version)}>
                <History size={14} aria-hidden />
                {words.restore}
              </Button>
              <IconButton
                icon={Trash2}
                size="small"
                label={words.remove(version.number)}
                onPress={() => void run('grid.removeVersion', { versionId: version.id })}
              />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Comparison({ grid, versions }: { grid: Grid; versions: readonly GridVersion[] }) {
  const words = useText(codebookVersionsText);
  const [from, setFrom] = useState<string>(versions[0]?.id ?? NOW);
  const [to, setTo] = useState<string>(NOW);
  const idOf = (key: string): GridVersionId | null => versions.find(({ id }) => id === key)?.id ?? null;
  const { data: comparison } = useQuery('grid.compareVersions', { gridId: grid.id, before: idOf(from), after: idOf(to) });
  const options = [{ id: NOW, label: words.now }, ...versions.map(({ id, number }) => ({ id: id as string, label: words.version(number) }))];
  return (
    <section>
      <SectionTitle>{words.compare}</SectionTitle>
      <div className="codebook-compare">
        <Select label={words.from} options={options} value={from} onChange={setFrom} />
        <Select label={words.to} options={options} value={to} onChange={setTo} />
      </div>
      {comparison ? <VersionChanges comparison={comparison} /> : null}
    </section>
  );
}

function Restoration({ version, onClose }: { version: GridVersion; onClose: () => void }) {
  const words = useText(codebookVersionsText);
  const run = useRun();
  const notify = useNotify();
  const { data: plan } = useQuery('grid.planRestore', { versionId: version.id });
  if (!plan) return null;
  const { comparison, going, setAside } = plan;
  const text = words.restoreText(comparison.added.length, comparison.changed.length, going.length);
  const isIdle = text === '' && setAside.length === 0;
  const restore = async () => {
    if ((await run('grid.restoreVersion', { versionId: version.id })) !== undefined) notify({ text: words.restored(version.number), kind: 'done' });
    onClose();
  };
  return (
    <Dialog
      title={words.restoreTitle(version.number)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={isIdle} onPress={() => void restore()}>
            {words.restoreAction}
          </Button>
        </>
      }
    >
      <p>{isIdle ? words.restoreNothing : text}</p>
      {setAside.length > 0 ? <p>{words.restoreAside(setAside)}</p> : null}
    </Dialog>
  );
}
