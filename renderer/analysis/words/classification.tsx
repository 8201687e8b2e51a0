// Descending classification (Reinert): the tree of classes, their words, where they are met, and the passages typical of each.
import { useMemo } from 'react';
import type { Language } from '../../../shared/domain/project.ts';
import { MOST_CLASSES, classesSetting } from '../../../shared/domain/words.ts';
import type { ClassesSetting, WordClasses } from '../../../shared/domain/words.ts';
import { classificationFigure } from '../../../shared/figure/classification-figure.ts';
import type { FigureTable } from '../../../shared/figure/figure-table.ts';
import { paletteOf } from '../../../shared/figure/palette.ts';
import type { FigureTheme } from '../../../shared/figure/palette.ts';
import { formatNumber } from '../../../shared/i18n/text.ts';
import { wordsText } from '../../../shared/i18n/words.ts';
import { isUndefined, undefinedFor } from '../../../shared/statistics/undefined.ts';
import { useLanguage, useText } from '../../ui/language.tsx';
import { useTheme } from '../../ui/theme.tsx';
import { AnalysisFrame } from '../analysis-frame.tsx';
import type { PlacesBehind } from '../behind.ts';
import { useSavedSetting } from '../saved-setting.ts';
import { ChoiceWord, NumberWord, Said } from '../sentence.tsx';
import { ClassProfile } from './class-profile.tsx';
import { StopWordsButton } from './stop-words.tsx';
import { useLongAnswer } from './use-long-answer.ts';
import { EVERYWHERE, useWordBehind } from './use-word-behind.ts';
import { InterviewersChoice, LeastChoice, PartsChoice } from './word-choices.tsx';
import './words.css';
import { Working } from './working.tsx';

const INITIAL: ClassesSetting = {
  segmentWords: 40,
  leastCount: 3,
  classes: 4,
  isDouble: false,
  withInterviewers: false,
  withFillers: true,
  by: { kind: 'case' },
};

const WORDS_EACH = 16;

export function ClassificationScreen() {
  const words = useText(wordsText);
  const { language } = useLanguage();
  const { shown: theme } = useTheme();
  const saved = useSavedSetting('classification', classesSetting, INITIAL);
  const { setting: now, change } = saved;
  const answer = useLongAnswer('words.classes', { setting: now });
  const { data } = answer;
  const known = data && !isUndefined(data) ? data : undefined;
  const number = (value: number) => formatNumber(language, value);
  const percent = (part: number, all: number) => number(Math.round((1000 * part) / Math.max(1, all)) / 10);
  const draw = (look: FigureTheme) => {
    if (!data || isUndefined(data)) return data;
    const share = (segments: number) => words.classShare(words.segments(segments), percent(segments, data.segments - data.unclassified));
    const options = {
      palette: paletteOf(look),
      language,
      title: words.classesName,
      number,
      className: words.className,
      share,
      most: WORDS_EACH,
      note: words.classNote,
    };
    return classificationFigure(data, options);
  };
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const scene = useMemo(() => draw(theme), [data, theme, language]);
  const table = known ? tableOf(known, words) : undefined;
  const behindWord = useWordBehind({ unit: 'stem', withInterviewers: now.withInterviewers, by: EVERYWHERE });
  const behindClass = (place: number): PlacesBehind => ({
    title: `${words.className(place)} — ${words.typicalPassages.toLowerCase()}`,
    said: words.passagesShown,
    places: async () => {
      const passages = known?.classes[place]?.passages ?? [];
      return { total: passages.length, places: passages.map((passage) => ({ ...passage, before: '', after: '' })) };
    },
  });
  return (
    <AnalysisFrame
      name={words.classesName}
      saved={saved}
      sentence={<ClassSentence now={now} change={change} />}
      caption={known ? captionOf(known, words, language) : ''}
      scene={scene}
      printScene={() => draw('light') ?? undefinedFor('empty')}
      table={table?.table}
      behindMark={(key) => {
        const [place, word] = JSON.parse(key) as [number, string?];
        return word === undefined ? behindClass(place) : behindWord(word);
      }}
      behindCell={(row, column) => {
        const word = table?.wordAt(row);
        return word !== undefined && (column === 3 || column === 4) ? behindWord(word) : null;
      }}
      tools={<StopWordsButton />}
    >
      <Working answer={answer} />
      {known ? (
        <div className="words-profiles">
          {known.classes.map((each, place) => (
            <ClassProfile key={place} name={words.className(place)} profile={each} />
          ))}
        </div>
      ) : null}
    </AnalysisFrame>
  );
}

interface SentenceProps {
  now: ClassesSetting;
  change: (changes: Partial<ClassesSetting>) => void;
}

function ClassSentence({ now, change }: SentenceProps) {
  const words = useText(wordsText);
  return (
    <>
      <Said>{words.classBefore}</Said>
      <NumberWord
        label={words.classCount}
        text={words.classesText(now.classes)}
        value={now.classes}
        least={2}
        most={MOST_CLASSES}
        onChange={(classes) => change({ classes })}
      />
      <Said>{words.segmentBefore}</Said>
      <NumberWord
        label={words.segmentCount}
        text={words.segmentWords(now.segmentWords)}
        value={now.segmentWords}
        least={10}
        most={200}
        onChange={(segmentWords) => change({ segmentWords })}
      />
      <Said>,</Said>
      <ChoiceWord
        label={words.kind}
        options={(['simple', 'double'] as const).map((id) => ({ id, label: words.kinds[id], hint: words.kindHints[id] }))}
        value={now.isDouble ? 'double' : 'simple'}
        onChange={(kind) => change({ isDouble: kind === 'double' })}
      />
      <Said>,</Said>
      <LeastChoice value={now.leastCount} onChange={(leastCount) => change({ leastCount: Math.max(2, leastCount) })} />
      <Said>,</Said>
      <InterviewersChoice value={now.withInterviewers} onChange={(withInterviewers) => change({ withInterviewers })} />
      <Said>{words.projected}</Said>
      <PartsChoice value={now.by} kinds={words.projectedParts} attribute={words.projectedAttribute} onChange={(by) => change({ by })} />.
    </>
  );
}

function tableOf({ classes }: WordClasses, words: (typeof wordsText)['fr']): { table: FigureTable; wordAt: (row: number) => string | undefined } {
  const { classColumns: columns, rowKinds } = words;
  const lines = classes.flatMap(({ words: own, absent, parts }, place) =>
    (
      [
        ['word', own],
        ['absent', absent],
        ['part', parts],
      ] as const
    ).flatMap(([kind, list]) => list.map((each) => ({ ...each, place, kind }))),
  );
  return {
    table: {
      columns: [columns.className, columns.word, columns.kind, columns.inClass, columns.classified, columns.chiSquare],
      rows: lines.map(({ place, kind, word, inClass, classified, chiSquare }) => [
        words.className(place),
        word,
        rowKinds[kind],
        inClass,
        classified,
        Math.round(chiSquare * 100) / 100,
      ]),
    },
    wordAt: (row) => (lines[row]?.kind === 'part' ? undefined : lines[row]?.word),
  };
}

function captionOf({ segments, unclassified, forms }: WordClasses, words: (typeof wordsText)['fr'], language: Language): string {
  const number = (value: number) => formatNumber(language, value);
  const percent = number(Math.round((1000 * unclassified) / Math.max(1, segments)) / 10);
  return [
    words.classesCaption(words.segments(segments), number(segments - unclassified), number(forms)),
    words.unclassified(words.segments(unclassified), percent),
  ].join(' ');
}
