// The calendar of the study: sources at their dates by case, codings week by week.
import { useMemo } from 'react';
import type { Overview } from '../../../shared/domain/coverage.ts';
import type { Language } from '../../../shared/domain/project.ts';
import type { FigureTable } from '../../../shared/figure/figure-table.ts';
import type { FigureTheme } from '../../../shared/figure/palette.ts';
import type { Scene } from '../../../shared/figure/scene.ts';
import { timelineFigure } from '../../../shared/figure/timeline-figure.ts';
import { coverageText } from '../../../shared/i18n/coverage.ts';
import { formatNumber } from '../../../shared/i18n/text.ts';
import { undefinedFor } from '../../../shared/statistics/undefined.ts';
import type { Undefined } from '../../../shared/statistics/undefined.ts';
import { useNavigation } from '../../navigation.tsx';
import { useLanguage, useText } from '../../ui/language.tsx';
import { useTheme } from '../../ui/theme.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { useRun } from '../../ui/use-run.ts';
import { AnalysisFrame } from '../analysis-frame.tsx';

type Words = (typeof coverageText)['fr']['timeline'];

export function TimelineScreen() {
  const words = useText(coverageText).timeline;
  const { language } = useLanguage();
  const { shown: theme } = useTheme();
  const { go } = useNavigation();
  const run = useRun();
  const { data: overview } = useQuery('overview.read', {});
  const { data: corpus } = useQuery('corpus.read', {});
  const cases = useMemo(() => corpus?.cases.map(({ name }) => name) ?? [], [corpus]);
  const scene = useMemo(() => overview && timelineScene(overview, cases, words, language, theme), [overview, cases, words, language, theme]);
  const table = useMemo(() => overview && timelineTable(overview, words), [overview, words]);
  const undated = overview?.sources.filter(({ date }) => date === null).length ?? 0;
  return (
    <AnalysisFrame
      name={words.name}
      sentence={words.sentence}
      caption={words.caption}
      notes={undated > 0 ? [words.undated(undated)] : []}
      scene={scene}
      printScene={() => (overview ? timelineScene(overview, cases, words, language, 'light') : undefinedFor('empty'))}
      table={table}
      behindMark={(key) => {
        const source = overview?.sources.find(({ id }) => key.startsWith(`${id} `));
        // what is behind a source is the source
        if (source) {
          go({ screen: 'coding', sourceId: source.id });
          return null;
        }
        const codings = overview?.weeks.filter(({ week }) => week === key).reduce((sum, each) => sum + each.codings, 0) ?? 0;
        return { title: words.saysWeek(longDay(language, key), codings), ask: () => run('coding.passagesOfWeek', { week: key }) };
      }}
    />
  );
}

const localeOf = (language: Language): string => (language === 'fr' ? 'fr-FR' : 'en-GB');

function longDay(language: Language, iso: string): string {
  return new Date(`${iso.slice(0, 10)}T00:00:00Z`).toLocaleDateString(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
}

function timelineScene(
  { sources, weeks }: Overview,
  cases: readonly string[],
  words: Words,
  language: Language,
  theme: FigureTheme,
): Scene | Undefined {
  const dated = sources.filter(({ date }) => date !== null);
  if (dated.length === 0) return undefinedFor('empty');
  const locale = localeOf(language);
  const day = (iso: string): string => longDay(language, iso);
  const byWeek = new Map<string, number>();
  for (const { week, codings } of weeks) byWeek.set(week, (byWeek.get(week) ?? 0) + codings);
  return timelineFigure({
    sources: dated,
    cases,
    weeks: [...byWeek].map(([week, codings]) => ({ week, codings })),
    theme,
    title: words.name,
    labels: {
      noCase: words.noCase,
      codings: words.codings,
      says: ({ name, date, words: length, codings }) => words.says(name, day(date ?? ''), length, codings),
      saysWeek: (week, codings) => words.saysWeek(day(week), codings),
      number: (value) => formatNumber(language, value),
      month: (date) => date.toLocaleDateString(locale, { day: 'numeric', month: 'short', year: '2-digit', timeZone: 'UTC' }),
    },
  });
}

function timelineTable({ sources }: Overview, words: Words): FigureTable {
  return {
    columns: words.columns,
    rows: sources
      .filter(({ date }) => date !== null)
      .toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? ''))
      .map(({ name, date, caseNames, words: length, codings, codedTurns, turns }) => [
        name,
        date ?? '',
        caseNames.join(', '),
        length,
        codings,
        turns === 0 ? '' : Math.round((codedTurns / turns) * 1000) / 1000,
      ]),
  };
}
