// What can be done about a project that does not open: its backups, and repairing it into a new file.
import { useState } from 'react';
import { backupsText } from '../../shared/i18n/backups.ts';
import { formatWhen } from '../../shared/i18n/date.ts';
import { repairText } from '../../shared/i18n/repair.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useLanguage } from '../ui/language.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import './backups.css';
import { RepairButton, useEntering } from './repair-button.tsx';

export function WaysOut({ projectRef }: { projectRef: string }) {
  const { language } = useLanguage();
  const text = repairText[language];
  const [isShown, setShown] = useState(false);
  return (
    <>
      <Button size="small" onPress={() => setShown(true)}>
        {text.ways}
      </Button>
      {isShown ? <WaysDialog projectRef={projectRef} onClose={() => setShown(false)} /> : null}
    </>
  );
}

const SHOWN = 8;

function WaysDialog({ projectRef, onClose }: { projectRef: string; onClose: () => void }) {
  const { language } = useLanguage();
  const text = repairText[language];
  const run = useRun();
  const enter = useEntering();
  const { data } = useQuery('safety.backups', { ref: projectRef });
  const restore = async (name: string) => {
    const restored = await run('safety.restore', { ref: projectRef, name });
    if (restored && (await enter(restored.ref))) onClose();
  };
  return (
    <Dialog isOpen size="wide" title={text.waysTitle} onClose={onClose} actions={<RepairButton projectRef={projectRef} />}>
      <p>{text.waysText}</p>
      {data?.backups.length === 0 ? <p className="quiet">{text.noBackups}</p> : null}
      <ul className="backups">
        {data?.backups.slice(0, SHOWN).map(({ name, at, bytes }) => (
          <li key={name} className="backup">
            <div className="backup-words">
              <b>{formatWhen(language, at)}</b> <span className="quiet">{backupsText[language].size(bytes)}</span>
            </div>
            <Button size="small" aria-label={text.openBackup(formatWhen(language, at))} onPress={() => void restore(name)}>
              {text.open}
            </Button>
          </li>
        ))}
      </ul>
      <p className="quiet">{text.damagedStays}</p>
    </Dialog>
  );
}
