// Saturation: what each interview adds in the order taken, the mean over all orders, when little is added, what may be missing.
import { useMemo } from 'react';
import { SATURATION_ORDERS, USUAL_RUNS, saturationSetting } from '../../../shared/domain/saturation.ts';
import type { SaturationSetting, SaturationStudy } from '../../../shared/domain/saturation.ts';
import { citationCode } from '../../../shared/domain/source.ts';
import type { FigureTable } from '../../../shared/figure/figure-table.ts';
import type { FigureTheme } from '../../../shared/figure/palette.ts';
import { saturationFigure } from '../../../shared/figure/saturation-figure.ts';
import type { Scene } from '../../../shared/figure/scene.ts';
import { coverageText } from '../../../shared/i18n/coverage.ts';
import { reasonText } from '../../../shared/i18n/undefined.ts';
import { isUndefined, undefinedFor } from '../../../shared/statistics/undefined.ts';
import type { Undefined } from '../../../shared/statistics/undefined.ts';
import { call } from '../../core.ts';
import { SectionTitle } from '../../ui/section-title.tsx';
import { useLanguage, useText } from '../../ui/language.tsx';
import { useTheme } from '../../ui/theme.tsx';
import { useQuery } from '../../ui/use-query.ts';
import { AnalysisFrame } from '../analysis-frame.tsx';
import type { AnalysisBehind } from '../behind.ts';
import { useSavedSetting } from '../saved-setting.ts';
import { ChoiceWord, GridsWord, NumberWord } from '../sentence.tsx';

type Words = (typeof coverageText)['fr']['saturation'];

const INITIAL: SaturationSetting = { gridIds: null, order: 'date', ...USUAL_RUNS };

export function SaturationScreen() {
  const words = useText(coverageText).saturation;
  const { shown: theme } = useTheme();
  const saved = useSavedSetting('saturation', saturationSetting, INITIAL);
  const { setting, change } = saved;
  const { data: study } = useQuery('saturation.read', setting);
  const scene = useMemo(() => study && saturationScene(study, words, theme), [study, words, theme]);
  const table = useMemo(() => study && saturationTable(study, words), [study, words]);
  const behindStep = (at: number): AnalysisBehind | null => {
    const step = study?.steps[at];
    if (!step || step.added.length === 0) return null;
    const ask = () => call('category.passageIds', { categoryIds: step.added.map(({ id }) => id), sourceId: step.sourceId, below: false });
    return { title: words.newIn(step.name), ask };
  };
  return (
    <AnalysisFrame
      name={words.name}
      saved={saved}
      sentence={<Sentence setting={setting} change={change} words={words} />}
      caption={study ? words.caption(study.steps.at(-1)?.cumulative ?? 0, study.categories, study.uncoded) : ''}
      notes={[words.proves]}
      scene={scene}
      printScene={() => (study ? saturationScene(study, words, 'light') : undefinedFor('empty'))}
      table={table}
      behindMark={(key) => behindStep(study?.steps.findIndex(({ sourceId }) => sourceId === key) ?? -1)}
      behindCell={(row, column) => (column === NEW_COLUMN ? behindStep(row) : null)}
    >
      {study ? <Findings study={study} setting={setting} words={words} /> : null}
    </AnalysisFrame>
  );
}

/** Which column of the table counts new categories. */
const NEW_COLUMN = 4;

interface SentenceProps {
  setting: SaturationSetting;
  change: (changes: Partial<SaturationSetting>) => void;
  words: Words;
}

function Sentence({ setting, change, words }: SentenceProps) {
  const { baseSize, runLength, threshold } = setting;
  return (
    <>
      {words.take}{' '}
      <ChoiceWord
        label={words.orderLabel}
        options={SATURATION_ORDERS.map((id) => ({ id, label: words.orders[id] }))}
        value={setting.order}
        onChange={(order) => change({ order })}
      />{' '}
      {words.andGrids} <GridsWord value={setting.gridIds} onChange={(gridIds) => change({ gridIds: gridIds && [...gridIds] })} />
      {words.runs}{' '}
      <NumberWord
        label={words.baseLabel}
        text={words.interviews(baseSize)}
        value={baseSize}
        least={1}
        most={100}
        onChange={(next) => change({ baseSize: Math.round(next) })}
      />
      {words.runsOf}{' '}
      <NumberWord
        label={words.runLabel}
        text={words.interviews(runLength)}
        value={runLength}
        least={1}
        most={20}
        onChange={(next) => change({ runLength: Math.round(next) })}
      />{' '}
      {words.addsAtMost}{' '}
      <NumberWord
        label={words.thresholdLabel}
        text={words.percent(threshold)}
        value={threshold * 100}
        least={0}
        most={100}
        onChange={(next) => change({ threshold: next / 100 })}
      />
      .
    </>
  );
}

function saturationScene({ steps, expected }: SaturationStudy, words: Words, theme: FigureTheme): Scene | Undefined {
  if (steps.length === 0) return undefinedFor('empty');
  const marks = steps.map(({ sourceId, name, added, cumulative }, at) => ({
    code: citationCode(name),
    added: added.length,
    cumulative,
    key: sourceId,
    says: words.says(name, added.length),
    ...(expected[at] ? { expected: expected[at] } : {}),
  }));
  return saturationFigure({ marks, title: words.name, labels: words.figure, theme });
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

function saturationTable({ steps, expected }: SaturationStudy, words: Words): FigureTable {
  return {
    columns: words.columns,
    rows: steps.map(({ name, date, codings, categories, added, cumulative }, at) => [
      name,
      date ?? '',
      codings,
      categories,
      added.length,
      added.map((category) => category.name).join(' ; '),
      cumulative,
      rounded(expected[at]?.mean ?? 0),
      rounded(expected[at]?.deviation ?? 0),
    ]),
  };
}

/** Below this many, an interval says little. */
const FEW = 5;

function Findings({ study: { runs, richness }, setting, words }: { study: SaturationStudy; setting: SaturationSetting; words: Words }) {
  const { language } = useLanguage();
  const why = (value: Undefined): string => reasonText[language][value.because];
  return (
    <div className="analysis-findings">
      <section>
        <SectionTitle>{words.runsTitle}</SectionTitle>
        <p>
          {isUndefined(runs)
            ? why(runs)
            : runs.reached
              ? words.reached(runs.reached.after, setting.runLength, runs.base, runs.reached.ratio)
              : words.notReached(runs.base)}
        </p>
      </section>
      <section>
        <SectionTitle>{words.richnessTitle}</SectionTitle>
        {isUndefined(richness) ? (
          <p>{why(richness)}</p>
        ) : (
          <>
            <p>{words.richness(richness.observed, richness.estimate, richness.low, richness.high, richness.coverage)}</p>
            {richness.isLowerBound ? <p>{words.lowerBound}</p> : null}
            {richness.interviews < FEW ? <p>{words.fewInterviews}</p> : null}
          </>
        )}
      </section>
    </div>
  );
}
