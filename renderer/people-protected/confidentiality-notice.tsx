// Said as long as the real names are on the screens, or the day until which the study is kept is near.
import { EyeOff, ShieldAlert } from 'lucide-react';
import { useState } from 'react';
import { dueRetention } from '../../shared/domain/confidentiality.ts';
import { formatDate } from '../../shared/i18n/date.ts';
import { pseudonymText } from '../../shared/i18n/pseudonym.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage } from '../ui/language.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import './people-protected.css';

export function ConfidentialityNotice() {
  const { language } = useLanguage();
  const text = pseudonymText[language];
  const run = useRun();
  const [today] = useState(() => new Date().toISOString());
  const { data: state } = useQuery('pseudonym.state', {});
  const { data: promised } = useQuery('confidentiality.read', {});
  const due = dueRetention(promised?.keepUntil ?? null, today);
  return (
    <>
      {state?.showsOriginals ? (
        <div className="protected-notice" role="status">
          <ShieldAlert size={14} aria-hidden />
          <span>{text.originalsShown}</span>
          <Button size="small" onPress={() => void run('pseudonym.show', { originals: false })}>
            <EyeOff size={14} aria-hidden /> {text.showPseudonyms}
          </Button>
        </div>
      ) : null}
      {due ? (
        <div className="protected-notice" role="status">
          <ShieldAlert size={14} aria-hidden />
          <span>{text.due(due.daysLeft, formatDate(language, due.keepUntil))}</span>
        </div>
      ) : null}
    </>
  );
}
