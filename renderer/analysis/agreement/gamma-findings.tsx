// Gamma of each grid, computed when it is asked for: it draws chance hundreds of times.
import { useState } from 'react';
import type { AgreementSetting } from '../../../shared/domain/agreement.ts';
import type { agreementText } from '../../../shared/i18n/agreement.ts';
import { formatFixed } from '../../../shared/i18n/text.ts';
import { reasonText } from '../../../shared/i18n/undefined.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { SectionTitle } from '../../ui/section-title.tsx';
import { PlainTable } from '../study/plain-table.tsx';
import { useLongAnswer } from '../words/use-long-answer.ts';

/** What agreement rests on. */
export const CODED: ReadonlySet<string> = new Set(['coding', 'passage', 'turn', 'category', 'grid', 'coder']);
const DIGITS = 2;

export function GammaFindings({ setting, words }: { setting: AgreementSetting; words: (typeof agreementText)['fr'] }) {
  const { language } = useLanguage();
  const [isAsked, setAsked] = useState(false);
  const { coderIds, gridIds, seed } = setting;
  const { data, working, cancel } = useLongAnswer('agreement.gamma', isAsked ? { coderIds, gridIds, seed } : null, CODED);
  const stop = () => {
    cancel();
    setAsked(false);
  };
  const reasons =
    data && !isUndefined(data)
      ? data.grids.flatMap(({ title, gamma }) => (isUndefined(gamma) ? [`${title} : ${reasonText[language][gamma.because]}`] : []))
      : [];
  return (
    <section>
      <SectionTitle>{words.gamma}</SectionTitle>
      <p className="quiet">{words.gammaHint}</p>
      {working ? (
        <>
          <ProgressBar label={words.gammaWorking} {...working} />
          <Button size="small" onPress={stop}>
            {words.stop}
          </Button>
        </>
      ) : isAsked ? null : (
        <Button size="small" onPress={() => setAsked(true)}>
          {words.gammaAsk}
        </Button>
      )}
      {data && isUndefined(data) ? <p>{reasonText[language][data.because]}</p> : null}
      {data && !isUndefined(data) ? (
        <PlainTable
          label={words.gamma}
          columns={words.gammaColumns}
          numbers={[1, 2, 3, 4]}
          rows={data.grids.flatMap(({ title, gamma, isMeanOfPairs }) =>
            isUndefined(gamma)
              ? []
              : [
                  [
                    isMeanOfPairs ? `${title} (${words.gammaOfPairs})` : title,
                    formatFixed(language, gamma.gamma, DIGITS),
                    formatFixed(language, gamma.observed, DIGITS),
                    formatFixed(language, gamma.expected, DIGITS),
                    gamma.samples,
                  ],
                ],
          )}
        />
      ) : null}
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
    </section>
  );
}
