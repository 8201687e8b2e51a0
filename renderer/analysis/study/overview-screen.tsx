// The study at a glance: its numbers, dimensions by source, each source with what is done of it, the categories applied most.
import { useCallback, useMemo } from 'react';
import type { NamedCategory, Overview, OverviewSource } from '../../../shared/domain/coverage.ts';
import { citationCode } from '../../../shared/domain/source.ts';
import type { CategoryId, SourceId } from '../../../shared/domain/ids.ts';
import { countHeatFigure } from '../../../shared/figure/count-heat-figure.ts';
import type { FigureTable } from '../../../shared/figure/figure-table.ts';
import type { FigureTheme } from '../../../shared/figure/palette.ts';
import type { Scene } from '../../../shared/figure/scene.ts';
import { coverageText } from '../../../shared/i18n/coverage.ts';
import { formatNumber } from '../../../shared/i18n/text.ts';
import { undefinedFor } from '../../../shared/statistics/undefined.ts';
import type { Undefined } from '../../../shared/statistics/undefined.ts';
import { call } from '../../core.ts';
import { useLanguage, useText } from '../../ui/language.tsx';
import { SectionTitle } from '../../ui/section-title.tsx';
import { useTheme } from '../../ui/theme.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { AnalysisFrame } from '../analysis-frame.tsx';
import type { AnalysisBehind } from '../behind.ts';
import { CategoryLink, PlainTable, SourceLink } from './plain-table.tsx';

type Words = (typeof coverageText)['fr']['overview'];

export function OverviewScreen() {
  const words = useText(coverageText).overview;
  const { language } = useLanguage();
  const { shown: theme } = useTheme();
  const { data: overview } = useQuery('overview.read', {});
  const number = useCallback((value: number) => formatNumber(language, value), [language]);
  const scene = useMemo(() => overview && overviewScene(overview, words, theme, number), [overview, words, theme, number]);
  const table = useMemo(() => overview && overviewTable(overview, words), [overview, words]);
  const behind = (dimension: NamedCategory | undefined, source: OverviewSource | undefined): AnalysisBehind | null => {
    if (!dimension) return null;
    const ask = () => call('category.passageIds', { categoryIds: [dimension.id], sourceId: source?.id ?? null, below: true });
    return { title: source ? `${dimension.name} × ${source.name}` : dimension.name, ask };
  };
  return (
    <AnalysisFrame
      name={words.name}
      sentence={
        <>
          {words.sentence}
          {overview ? <Totals overview={overview} words={words} number={number} /> : null}
        </>
      }
      caption={words.caption}
      scene={scene}
      printScene={() => (overview ? overviewScene(overview, words, 'light', number) : undefinedFor('empty'))}
      table={table}
      behindMark={(key) => {
        const [categoryId, sourceId] = key.split(' ') as [CategoryId, SourceId];
        return behind(
          overview?.dimensions.find(({ id }) => id === categoryId),
          overview?.sources.find(({ id }) => id === sourceId),
        );
      }}
      behindCell={(row, column) => behind(overview?.dimensions[row], overview?.sources[column - 1])}
    >
      {overview ? <Details overview={overview} words={words} number={number} /> : null}
    </AnalysisFrame>
  );
}

interface PartProps {
  overview: Overview;
  words: Words;
  number: (value: number) => string;
}

const TOTALS = ['sources', 'words', 'cases', 'participants', 'categories', 'codings', 'passages', 'memos', 'syntheses', 'ready'] as const;

function Totals({ overview: { totals }, words, number }: PartProps) {
  return (
    <ul className="overview-totals">
      {TOTALS.map((key) => (
        <li key={key}>
          <strong>{number(totals[key])}</strong> {words.totals[key](totals[key])}
        </li>
      ))}
    </ul>
  );
}

function Details({ overview: { sources, categories }, words, number }: PartProps) {
  return (
    <div className="overview-details">
      <section>
        <SectionTitle>{words.sources}</SectionTitle>
        <PlainTable
          label={words.sources}
          columns={words.sourceColumns}
          rows={sources.map((source) => [
            <SourceLink key={source.id} id={source.id} name={source.name} />,
            source.caseNames.join(', '),
            source.date ?? '',
            number(source.words),
            number(source.codings),
            <meter key="share" min={0} max={Math.max(1, source.turns)} value={source.codedTurns} title={`${source.codedTurns} / ${source.turns}`} />,
            number(source.memos),
          ])}
          numbers={[3, 4, 6]}
          short={[1, 2]}
        />
      </section>
      <section>
        <SectionTitle>{words.categories}</SectionTitle>
        <PlainTable
          label={words.categories}
          columns={[words.category, words.passages]}
          rows={categories.map((category) => [<CategoryLink key={category.id} category={category} />, number(category.passages)])}
          numbers={[1]}
        />
      </section>
    </div>
  );
}

function overviewScene(
  { dimensions, sources, counts }: Overview,
  words: Words,
  theme: FigureTheme,
  number: (value: number) => string,
): Scene | Undefined {
  if (dimensions.length === 0 || sources.length === 0) return undefinedFor('empty');
  const columns = sources.map(({ id, name }) => ({ id, name: citationCode(name) }));
  const says = (row: { name: string }, column: { name: string }, count: number) => words.says(row.name, column.name, count);
  return countHeatFigure({ rows: dimensions, columns, counts, theme, title: words.name, says, number });
}

function overviewTable({ dimensions, sources, counts }: Overview, words: Words): FigureTable {
  return {
    columns: [words.dimension, ...sources.map(({ name }) => name), words.total],
    rows: dimensions.map(({ path, name }, r) => {
      const own = counts[r] ?? [];
      return [[...path.slice(1), name].join(' › '), ...own, own.reduce((sum, count) => sum + count, 0)];
    }),
  };
}
