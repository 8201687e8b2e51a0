// One line under the title bar while something about the project's file must be known: it stays until it is no longer so.
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Language } from '../../shared/domain/project.ts';
import type { SafetyStatus } from '../../shared/domain/safety.ts';
import { repairText } from '../../shared/i18n/repair.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage } from '../ui/language.tsx';
import { useQuery } from '../ui/use-query.ts';
import './backups.css';
import { BackupsDialog } from './backups-dialog.tsx';
import { RepairButton } from './repair-button.tsx';
import { backupsText } from '../../shared/i18n/backups.ts';

/** The gravest first; null where there is nothing to say. */
function sentence({ damage, file, freeBytes, takenBy, heldBy, sharing }: SafetyStatus, language: Language): string | null {
  const text = repairText[language];
  if (file === 'gone') return text.gone;
  if (damage !== null) return text.damaged;
  if (file === 'full') return text.full;
  if (takenBy !== null) return text.takenBy(takenBy);
  if (heldBy !== null) return text.heldBy(heldBy);
  if (sharing?.state === 'conflict' || sharing?.state === 'failed') return text.sharing(sharing);
  return file === 'low' ? text.low(freeBytes ?? 0) : null;
}

export function SafetyBanner() {
  const { language } = useLanguage();
  const { data } = useQuery('safety.status', {});
  const [showsBackups, setShowsBackups] = useState(false);
  const words = data ? sentence(data, language) : null;
  if (words === null || data === undefined) return null;
  const isDamaged = data.damage !== null && data.file !== 'gone';
  return (
    <div className="safety-banner" role="alert" aria-label={repairText[language].banner}>
      <TriangleAlert size={15} aria-hidden />
      <span className="safety-banner-words">{words}</span>
      {isDamaged ? (
        <>
          <Button size="small" onPress={() => setShowsBackups(true)}>
            {backupsText[language].open}
          </Button>
          <RepairButton projectRef={null} />
        </>
      ) : null}
      {showsBackups ? <BackupsDialog onClose={() => setShowsBackups(false)} /> : null}
    </div>
  );
}
