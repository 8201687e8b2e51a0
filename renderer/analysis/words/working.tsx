// Long work, told once it has taken a while; and what went wrong.
import { failureText } from '../../../shared/i18n/failures.ts';
import { wordsText } from '../../../shared/i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useText } from '../../ui/language.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { sentenceOf } from '../../ui/use-run.ts';
import type { LongAnswer } from './use-long-answer.ts';

export function Working({ answer, label }: { answer: Pick<LongAnswer<unknown>, 'working' | 'failure' | 'cancel'>; label?: string }) {
  const words = useText(wordsText);
  const { language } = useLanguage();
  const { working, failure, cancel } = answer;
  if (failure && failure.code !== 'job.cancelled')
    return (
      <p className="words-working" role="alert">
        {sentenceOf(failure, language)}
      </p>
    );
  if (failure) return <p className="words-working">{failureText[language]['job.cancelled'](failure.data)}</p>;
  if (!working) return null;
  return (
    <div className="words-working">
      <ProgressBar label={label ?? words.reading} done={working.done} total={working.total} />
      <Button size="small" onPress={cancel}>
        {words.stop}
      </Button>
    </div>
  );
}
