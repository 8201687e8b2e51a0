// Beside the picture: agreement source by source, the u-alphas of grids, and what other programs would show.
import type { Agreement } from '../../../shared/domain/agreement.ts';
import { programLines } from '../../../shared/i18n/agreement.ts';
import type { agreementText } from '../../../shared/i18n/agreement.ts';
import { formatFixed } from '../../../shared/i18n/text.ts';
import { reasonText } from '../../../shared/i18n/undefined.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import type { Undefined } from '../../../shared/statistics/undefined.ts';
import { useLanguage } from '../../ui/language.tsx';
import { SectionTitle } from '../../ui/section-title.tsx';
import { PlainTable, SourceLink } from '../study/plain-table.tsx';

const DIGITS = 2;
const PERCENT = 100;

export function OtherFindings({ found, words }: { found: Agreement; words: (typeof agreementText)['fr'] }) {
  const { language } = useLanguage();
  const figure = (value: number | Undefined): string => (isUndefined(value) ? words.undefined : formatFixed(language, value, DIGITS));
  const share = (value: number | Undefined): string =>
    isUndefined(value) ? words.undefined : words.percent(formatFixed(language, value * PERCENT, 0));
  const { sources, grids, programs, coefficient } = found;
  const shown = grids.filter(({ u }) => !isUndefined(u));
  const because = grids.flatMap(({ title, u }) => (isUndefined(u) ? [`${title} : ${reasonText[language][u.because]}`] : []));
  return (
    <div className="agreement-findings">
      <section>
        <SectionTitle>{words.bySource}</SectionTitle>
        <PlainTable
          label={words.bySource}
          columns={[words.source, words.coefficients[coefficient], words.observed, words.positive, words.ac1]}
          numbers={[1, 2, 3, 4]}
          rows={sources.map(({ id, name, figures }) => [
            <SourceLink key={id} id={id} name={name} />,
            figure(figures[coefficient]),
            share(figures.percent),
            figure(figures.positive),
            figure(figures.ac1),
          ])}
        />
      </section>
      <section>
        <SectionTitle>{words.grids}</SectionTitle>
        {shown.length > 0 ? (
          <PlainTable
            label={words.grids}
            columns={words.gridColumns}
            numbers={[1, 2, 3, 4]}
            rows={shown.map(({ title, u, barU, cu, coverage }) => [title, figure(u), figure(barU), figure(cu), share(coverage)])}
          />
        ) : null}
        {because.map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
      </section>
      {programs ? (
        <section>
          <SectionTitle>{words.programs}</SectionTitle>
          {programLines(found, language).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
      ) : null}
    </div>
  );
}
