// Agreement over rounds: what was measured and kept, as a curve with its intervals and a table; and the way to keep what is measured now.
import { Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Form } from 'react-aria-components';
import type { AgreementRound } from '../../../shared/domain/agreement-round.ts';
import type { AgreementSetting } from '../../../shared/domain/agreement.ts';
import { roundsFigure } from '../../../shared/figure/rounds-figure.ts';
import type { agreementText } from '../../../shared/i18n/agreement.ts';
import { formatDate } from '../../../shared/i18n/date.ts';
import { formatFixed } from '../../../shared/i18n/text.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import type { Undefined } from '../../../shared/statistics/undefined.ts';
import { useProject } from '../../project.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { SectionTitle } from '../../ui/section-title.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useTheme } from '../../ui/theme.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { useRun } from '../../ui/use-run.ts';
import { AnalysisPicture } from '../analysis-picture.tsx';
import { PlainTable } from '../study/plain-table.tsx';

type Words = (typeof agreementText)['fr'];
const DIGITS = 2;

interface RoundsProps {
  setting: AgreementSetting;
  words: Words;
}

export function Rounds({ setting, words }: RoundsProps) {
  const { data: rounds = [] } = useQuery('agreement.rounds', {});
  const { project } = useProject();
  return (
    <section className="agreement-rounds" aria-label={words.rounds}>
      <SectionTitle>{words.rounds}</SectionTitle>
      <p className="quiet">{words.roundsHint}</p>
      {project?.isReadOnly ? null : <RoundForm key={rounds.length} setting={setting} words={words} next={rounds.length + 1} />}
      {rounds.length > 0 ? <RoundCurve rounds={rounds} words={words} isReadOnly={project?.isReadOnly ?? true} /> : null}
    </section>
  );
}

function RoundForm({ setting, words, next }: RoundsProps & { next: number }) {
  const run = useRun();
  const [name, setName] = useState(words.roundName(next));
  return (
    <Form
      className="agreement-round-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') void run('agreement.saveRound', { name: name.trim(), setting });
      }}
    >
      <TextField label={words.round} hidesLabel value={name} onChange={setName} maxLength={120} />
      <Button type="submit" isDisabled={name.trim() === ''}>
        {words.keepRound}
      </Button>
    </Form>
  );
}

function RoundCurve({ rounds, words, isReadOnly }: { rounds: readonly AgreementRound[]; words: Words; isReadOnly: boolean }) {
  const { language } = useLanguage();
  const { shown: theme } = useTheme();
  const run = useRun();
  const number = (value: number | Undefined): string => (isUndefined(value) ? words.undefined : formatFixed(language, value, DIGITS));
  const rangeOf = ({ figures }: AgreementRound): string =>
    isUndefined(figures.overall.interval) ? words.undefined : `${number(figures.overall.interval.low)} – ${number(figures.overall.interval.high)}`;
  const scene = useMemo(() => {
    const marks = rounds.map(({ id, name, figures, setting, createdAt }) => {
      const value = figures.overall.figures[setting.coefficient];
      const { interval } = figures.overall;
      const says = `${name}, ${formatDate(language, createdAt.slice(0, 10))} : ${number(value)}`;
      return { key: id, label: name, value, interval, says };
    });
    return roundsFigure(marks, { title: words.roundsChart, none: words.undefined, number, theme });
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [rounds, words, language, theme]);
  return (
    <>
      <AnalysisPicture scene={scene} label={words.roundsChart} chosenKey={null} onMark={() => undefined} />
      <PlainTable
        label={words.rounds}
        columns={words.roundColumns}
        numbers={[4, 5, 6]}
        short={[0, 1]}
        rows={rounds.map((round) => [
          round.name,
          formatDate(language, round.createdAt.slice(0, 10)),
          round.figures.coders.join(', '),
          `${words.coefficients[round.setting.coefficient]}, ${words.units[round.setting.unit]}`,
          number(round.figures.overall.figures[round.setting.coefficient]),
          rangeOf(round),
          round.figures.disagreements,
          isReadOnly ? null : (
            <IconButton
              key="remove"
              icon={Trash2}
              size="small"
              label={words.removeRound(round.name)}
              onPress={() => void run('agreement.removeRound', { roundId: round.id })}
            />
          ),
        ])}
      />
    </>
  );
}
