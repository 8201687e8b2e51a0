// Confirms at once what is sure enough: in this interview, or in all of them.
import { CheckCheck } from 'lucide-react';
import { useState } from 'react';
import type { Guide, GuideCoverage, QuestionMatch } from '../../shared/domain/guide.ts';
import { guideText } from '../../shared/i18n/guide.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { Select } from '../ui/select.tsx';
import { useRun } from '../ui/use-run.ts';
import { surer } from './matches-model.ts';

const SCORES = ['45', '50', '60', '70', '80', '90'] as const;
type Score = (typeof SCORES)[number];
/** The contract takes so many at a time. */
const MOST_AT_ONCE = 5000;

interface ConfirmSurerProps {
  guide: Guide;
  matches: readonly QuestionMatch[];
  waiting: GuideCoverage['waiting'];
}

export function ConfirmSurer({ guide, matches, waiting }: ConfirmSurerProps) {
  const text = useText(guideText);
  const run = useRun();
  const notify = useNotify();
  const [score, setScore] = useState<Score>('50');
  const [isBusy, setIsBusy] = useState(false);
  const sure = surer(matches, Number(score) / 100);
  const elsewhere = waiting.reduce((sum, { proposals }) => sum + proposals, 0) - matches.filter(({ status }) => status === null).length;

  const confirm = async (all: readonly QuestionMatch[]) => {
    const settled = all.slice(0, MOST_AT_ONCE).map(({ questionId, turnId }) => ({ questionId, turnId, status: 'confirmed' as const }));
    if (settled.length > 0 && (await run('guide.settle', { matches: settled })) === undefined) return;
    const action = { label: text.undo, onPress: () => void run('history.undo', {}) };
    notify({ text: text.settledMany(settled.length), kind: 'done', ...(settled.length > 0 ? { action } : {}) });
  };
  const confirmEverywhere = async () => {
    setIsBusy(true);
    const found = await Promise.all(waiting.map(({ sourceId }) => run('guide.matches', { guideId: guide.id, sourceId })));
    await confirm(
      surer(
        found.flatMap((each) => each ?? []),
        Number(score) / 100,
      ),
    );
    setIsBusy(false);
  };
  return (
    <span className="guide-surer">
      <span className="quiet" aria-hidden>
        {text.surerThan}
      </span>
      <Select
        label={text.surerThan}
        hidesLabel
        options={SCORES.map((id) => ({ id, label: text.score(Number(id)) }))}
        value={score}
        onChange={setScore}
      />
      <Button size="small" isDisabled={sure.length === 0} onPress={() => void confirm(sure)}>
        <CheckCheck size={14} aria-hidden />
        {text.confirmSurer(sure.length)}
      </Button>
      {elsewhere > 0 ? (
        <Button size="small" variant="quiet" isDisabled={isBusy} onPress={() => void confirmEverywhere()}>
          {text.confirmSurerEverywhere}
        </Button>
      ) : null}
    </span>
  );
}
