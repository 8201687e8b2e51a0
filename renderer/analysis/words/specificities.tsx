// Specificities: which words each part of the corpus says more, or less, than chance would have it.
import { useMemo } from 'react';
import { specificitySetting } from '../../../shared/domain/words.ts';
import type { Specificities, SpecificitySetting, WordPart } from '../../../shared/domain/words.ts';
import type { FigureTable } from '../../../shared/figure/figure-table.ts';
import { paletteOf } from '../../../shared/figure/palette.ts';
import type { FigureTheme } from '../../../shared/figure/palette.ts';
import { specificityFigure } from '../../../shared/figure/specificity-figure.ts';
import { reasonText } from '../../../shared/i18n/undefined.ts';
import { formatFixed, formatNumber } from '../../../shared/i18n/text.ts';
import { wordsText } from '../../../shared/i18n/words.ts';
import { isUndefined, undefinedFor } from '../../../shared/statistics/undefined.ts';
import { useLanguage, useText } from '../../ui/language.tsx';
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

const INITIAL: SpecificitySetting = {
  unit: 'stem',
  by: { kind: 'case' },
  part: null,
  withInterviewers: false,
  withFillers: true,
  keepsStopWords: false,
  leastCount: 3,
};

/** Parts that a picture shows together, and words of each; of one part alone more. */
const [MOST_PARTS, WORDS_EACH, WORDS_ALONE] = [8, 8, 25];

export function SpecificitiesScreen() {
  const words = useText(wordsText);
  const { language } = useLanguage();
  const { shown: theme } = useTheme();
  const saved = useSavedSetting('specificities', specificitySetting, INITIAL);
  const { setting: now, change } = saved;
  const answer = useLongAnswer('words.specificities', { setting: { ...now, part: null } });
  const { data } = answer;
  const known = data && !isUndefined(data) ? data : undefined;
  const number = (value: number) => formatNumber(language, value);
  const only = known?.parts.findIndex(({ key }) => key === now.part) ?? -1;
  const draw = (look: FigureTheme) => {
    if (!data || isUndefined(data)) return data;
    if (now.part !== null && only < 0) return undefinedFor('gone');
    const parts = only >= 0 ? [only] : data.parts.map((_, at) => at).slice(0, MOST_PARTS);
    const most = only >= 0 ? WORDS_ALONE : WORDS_EACH;
    return specificityFigure(data, {
      palette: paletteOf(look),
      language,
      title: words.specificityName,
      number: (value) => formatFixed(language, value, 1),
      parts,
      most,
      threshold: words.threshold,
      times: words.times,
    });
  };
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const scene = useMemo(() => draw(theme), [data, theme, language, only]);
  const behind = useWordBehind(now);
  const isCut = known !== undefined && only < 0 && known.parts.length > MOST_PARTS;
  return (
    <AnalysisFrame
      name={words.specificityName}
      saved={saved}
      sentence={<SpecificitySentence now={now} change={change} parts={known?.parts ?? []} />}
      caption={known ? words.specificityCaption(number(known.total)) : ''}
      notes={
        known
          ? [
              ...(isCut ? [words.partsShown(MOST_PARTS, known.parts.length)] : []),
              ...(known.outside > 0 ? [words.outside(number(known.outside))] : []),
            ]
          : []
      }
      scene={scene}
      printScene={() => draw('light') ?? undefinedFor('empty')}
      table={known ? tableOf(known, words, reasonText[language]) : undefined}
      behindMark={(key) => {
        const [part, word] = JSON.parse(key) as [string, string];
        return behind(
          word,
          known?.parts.find((each) => each.key === part),
        );
      }}
      behindCell={(row, column) => {
        const word = known?.words[row]?.word;
        if (word === undefined || !known) return null;
        if (column === 1) return behind(word);
        return column >= FIXED && (column - FIXED) % 2 === 0 ? behind(word, known.parts[(column - FIXED) / 2]) : null;
      }}
      tools={<StopWordsButton />}
    >
      <Working answer={answer} />
    </AnalysisFrame>
  );
}

interface SentenceProps {
  now: SpecificitySetting;
  change: (changes: Partial<SpecificitySetting>) => void;
  parts: readonly WordPart[];
}

function SpecificitySentence({ now, change, parts }: SentenceProps) {
  const words = useText(wordsText);
  return (
    <>
      <Said>{words.specificBefore}</Said>
      <PartChoice parts={parts} value={now.part} all={words.eachPart} onChange={(part) => change({ part })} />{' '}
      <PartsChoice value={now.by} mustPart kinds={words.parts} attribute={words.byAttribute} onChange={(by) => change({ by, part: null })} />
      <Said>{words.colon}</Said>
      <UnitChoice value={now.unit} onChange={(unit) => change({ unit })} />
      <Said>{words.dit}</Said>
      <LeastChoice value={now.leastCount} onChange={(leastCount) => change({ leastCount })} />
      <Said>,</Said>
      <InterviewersChoice value={now.withInterviewers} onChange={(withInterviewers) => change({ withInterviewers })} />
      <Said>,</Said>
      <StopsChoice value={now} onChange={change} />.
    </>
  );
}

const FIXED = 2;

function tableOf({ words: list, parts }: Specificities, words: (typeof wordsText)['fr'], reasons: (typeof reasonText)['fr']): FigureTable {
  return {
    columns: [words.columns.word, words.columns.count, ...parts.flatMap(({ label }) => [words.frequencyOf(label), words.figureOf(label)])],
    rows: list.map(({ word, count, byPart, figures }) => [
      word,
      count,
      ...figures.flatMap((figure, at) => [byPart[at] ?? 0, isUndefined(figure) ? reasons[figure.because] : Math.round(figure * 100) / 100]),
    ]),
  };
}
