// The backups of the open project: when each was made, what was done since, and the way into one of them.
import type { BackupLine } from '../../shared/contract/backup.ts';
import { backupsText } from '../../shared/i18n/backups.ts';
import { formatWhen } from '../../shared/i18n/date.ts';
import { historyText } from '../../shared/i18n/history.ts';
import { formatNumber } from '../../shared/i18n/text.ts';
import { useState } from 'react';
import { useNavigation } from '../navigation.tsx';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useLanguage } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import './backups.css';

export function BackupsDialog({ onClose }: { onClose: () => void }) {
  const text = backupsText[useLanguage().language];
  const run = useRun();
  const notify = useNotify();
  const { go } = useNavigation();
  const { take } = useProject();
  const [isMaking, setIsMaking] = useState(false);
  const { data, refresh } = useQuery('backup.list', {});

  const make = async () => {
    setIsMaking(true);
    const made = await run('backup.make', {});
    setIsMaking(false);
    refresh();
    if (made !== undefined) notify({ text: text.made, kind: 'done' });
  };
  const open = async ({ name }: BackupLine) => {
    const restored = await run('backup.restore', { name });
    const project = restored && (await run('project.open', restored));
    if (!project) return;
    take(project);
    onClose();
    go({ screen: 'corpus' });
  };
  return (
    <Dialog
      isOpen
      size="wide"
      title={text.title}
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={() => void make()} isDisabled={isMaking}>
          {isMaking ? text.making : text.make}
        </Button>
      }
    >
      <p>{text.what}</p>
      {data?.failure ? <p className="backups-failed">{text.failed(data.failure)}</p> : null}
      {data?.backups.length === 0 ? <p>{text.none}</p> : null}
      <ul className="backups">
        {data?.backups.map((backup) => (
          <Line key={backup.name} backup={backup} onOpen={() => void open(backup)} />
        ))}
      </ul>
      {data && data.backups.length > 0 ? (
        <p className="quiet">
          {text.note} {text.folder(data.folder)}
        </p>
      ) : null}
    </Dialog>
  );
}

function Line({ backup, onOpen }: { backup: BackupLine; onOpen: () => void }) {
  const { language } = useLanguage();
  const text = backupsText[language];
  const { objectKinds } = historyText[language];
  const when = formatWhen(language, backup.at);
  const kinds = backup.kinds.map(({ kind, entries }) => `${objectKinds[kind].toLocaleLowerCase(language)} ${formatNumber(language, entries)}`);
  return (
    <li className="backup">
      <div className="backup-words">
        <b>{when}</b> <span className="quiet">{text.size(backup.bytes)}</span>
        <div>
          {backup.reason === null ? null : <>{text.reasons[backup.reason]}, </>}
          {backup.isCurrent ? text.current : text.since(Math.max(1, backup.since))}
          {kinds.length > 0 ? <span className="quiet"> ({kinds.join(', ')})</span> : null}
        </div>
      </div>
      <Button size="small" aria-label={text.restores(when)} onPress={onOpen}>
        {text.restore}
      </Button>
    </li>
  );
}
