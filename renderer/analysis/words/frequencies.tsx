// Word frequencies: a sentence that says what is counted, a cloud or bars, and the table behind with the counts of each part.
import { useMemo } from 'react';
import type { Output } from '../../../shared/contract/contract.ts';
import type { Language } from '../../../shared/domain/project.ts';
import { FREQUENCY_FACES, frequencyView } from '../../../shared/domain/words.ts';
import type { FrequencyView, WordFrequencies, WordPart } from '../../../shared/domain/words.ts';
import { cloudFigure, layCloud } from '../../../shared/figure/cloud-figure.ts';
import type { CloudOptions } from '../../../shared/figure/cloud-figure.ts';
import type { FigureTable } from '../../../shared/figure/figure-table.ts';
import { frequencyFigure } from '../../../shared/figure/frequency-figure.ts';
import { paletteOf } from '../../../shared/figure/palette.ts';
import type { FigureTheme } from '../../../shared/figure/palette.ts';
import type { Scene } from '../../../shared/figure/scene.ts';
import { formatNumber } from '../../../shared/i18n/text.ts';
import { wordsText } from '../../../shared/i18n/words.ts';
import { isUndefined, undefinedFor } from '../../../shared/statistics/undefined.ts';
import type { Undefined } from '../../../shared/statistics/undefined.ts';
import { useLanguage, useText } from '../../ui/language.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useTheme } from '../../ui/theme.tsx';
import { AnalysisFrame } from '../analysis-frame.tsx';
import { Said } from '../sentence.tsx';
import { useSavedSetting } from '../saved-setting.ts';
import { StopWordsButton } from './stop-words.tsx';
import { useLongAnswer } from './use-long-answer.ts';
import { useWordBehind } from './use-word-behind.ts';
import { InterviewersChoice, LeastChoice, PartChoice, PartsChoice, StopsChoice, UnitChoice } from './word-choices.tsx';
import './words.css';
import { Working } from './working.tsx';

const INITIAL: FrequencyView = {
  unit: 'stem',
  by: { kind: 'none' },
  part: null,
  withInterviewers: false,
  withFillers: true,
  keepsStopWords: false,
  leastCount: 2,
  face: 'cloud',
};

/** More words are too small to be read. */
const MOST_SHOWN = { cloud: 120, bars: 40 } as const;

export function FrequenciesScreen() {
  const words = useText(wordsText);
  const { language } = useLanguage();
  const { shown: theme } = useTheme();
  const saved = useSavedSetting('frequencies', frequencyView, INITIAL);
  const { setting: now, change } = saved;
  const { face, ...asked } = now;
  const answer = useLongAnswer('words.frequencies', { setting: asked });
  const { data } = answer;
  const known = data && !isUndefined(data) ? data : undefined;
  const number = (value: number) => formatNumber(language, value);
  const draw = (look: FigureTheme) => data && sceneOf(data, now.face, { look, language, words });
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const scene = useMemo(() => draw(theme), [data, theme, face, language]);
  const partName = known?.parts.find(({ key }) => key === now.part)?.label ?? '';
  const behind = useWordBehind(now);
  const chosen = now.part === null ? null : { key: now.part, label: partName };
  return (
    <AnalysisFrame
      name={words.frequencyName}
      saved={saved}
      sentence={<FrequencySentence now={now} change={change} parts={known?.parts ?? []} />}
      caption={
        known
          ? [words.frequencyCaption(number(known.total), number(known.different), partName), ...saidOf(known, now, { words, number })].join(' ')
          : ''
      }
      notes={known && known.outside > 0 ? [words.outside(number(known.outside))] : []}
      scene={scene}
      printScene={() => draw('light') ?? undefinedFor('empty')}
      table={known ? tableOf(known, words) : undefined}
      behindMark={(word) => behind(word, chosen)}
      behindCell={(row, column) => {
        const word = known?.words[row]?.word;
        if (word === undefined || column === 1 || column === 3) return null;
        return behind(word, column === 2 ? chosen : (known?.parts[column - FIXED] ?? null));
      }}
      tools={
        <>
          <Segmented
            size="small"
            label={words.face}
            options={FREQUENCY_FACES.map((id) => ({ id, label: words.faces[id] }))}
            value={face}
            onChange={(next) => next && change({ face: next })}
          />
          <StopWordsButton />
        </>
      }
    >
      <Working answer={answer} />
    </AnalysisFrame>
  );
}

interface SentenceProps {
  now: FrequencyView;
  change: (changes: Partial<FrequencyView>) => void;
  parts: readonly WordPart[];
}

function FrequencySentence({ now, change, parts }: SentenceProps) {
  const words = useText(wordsText);
  return (
    <>
      <Said>{words.count}</Said>
      <UnitChoice value={now.unit} onChange={(unit) => change({ unit })} />
      <Said>{words.dit}</Said>
      <LeastChoice value={now.leastCount} onChange={(leastCount) => change({ leastCount })} />{' '}
      <PartsChoice value={now.by} kinds={words.parts} attribute={words.byAttribute} onChange={(by) => change({ by, part: null })} />
      {now.by.kind === 'none' ? null : (
        <>
          <Said>{words.colon}</Said>
          <PartChoice parts={parts} value={now.part} all={words.allParts} onChange={(part) => change({ part })} />
        </>
      )}
      <Said>,</Said>
      <InterviewersChoice value={now.withInterviewers} onChange={(withInterviewers) => change({ withInterviewers })} />
      <Said>,</Said>
      <StopsChoice value={now} onChange={change} />.
    </>
  );
}

type Words = (typeof wordsText)['fr'];

/** What the caption says besides. */
function saidOf(
  known: WordFrequencies,
  { face, keepsStopWords }: FrequencyView,
  { words, number }: { words: Words; number: (value: number) => string },
) {
  const shown = face === 'cloud' ? layCloud(known.words, MOST_SHOWN.cloud).length : Math.min(MOST_SHOWN.bars, known.words.length);
  return [
    ...(keepsStopWords || known.leftOut === 0 ? [] : [words.leftOut(number(known.leftOut))]),
    ...(known.different > shown ? [words.shownOf(number(shown), number(known.different))] : []),
  ];
}

/** Columns before the parts'. */
const FIXED = 4;

function tableOf({ words: list, parts }: WordFrequencies, { columns }: Words): FigureTable {
  const byPart = parts.length > 1 ? parts.map(({ label }) => label) : [];
  return {
    columns: [columns.word, columns.forms, columns.count, columns.sources, ...byPart],
    rows: list.map(({ word, forms, count, sources, byPart: counts }) => [
      word,
      forms.join(', '),
      count,
      sources,
      ...(byPart.length > 0 ? counts : []),
    ]),
  };
}

interface Look {
  readonly look: FigureTheme;
  readonly language: Language;
  readonly words: Words;
}

function sceneOf(data: Output<'words.frequencies'>, face: FrequencyView['face'], { look, language, words }: Look): Scene | Undefined {
  if (isUndefined(data)) return data;
  if (data.words.length === 0) return undefinedFor('tooFewWords');
  const number = (value: number) => formatNumber(language, value);
  const options: CloudOptions = {
    palette: paletteOf(look),
    language,
    title: words.frequencyName,
    number,
    times: words.times,
    most: MOST_SHOWN[face],
  };
  return face === 'cloud' ? cloudFigure(data.words, options) : frequencyFigure(data.words, options);
}
