// A word tree: what follows a word, or precedes it; every branch leads to where it is said.
import { useMemo } from 'react';
import { wordTreeSetting } from '../../../shared/domain/words.ts';
import type { WordBranch, WordTree, WordTreeSetting } from '../../../shared/domain/words.ts';
import type { FigureTable } from '../../../shared/figure/figure-table.ts';
import { paletteOf } from '../../../shared/figure/palette.ts';
import type { FigureTheme } from '../../../shared/figure/palette.ts';
import { phraseOf, wordTreeFigure } from '../../../shared/figure/word-tree-figure.ts';
import { formatNumber } from '../../../shared/i18n/text.ts';
import { wordsText } from '../../../shared/i18n/words.ts';
import { isUndefined, undefinedFor } from '../../../shared/statistics/undefined.ts';
import { useNavigation } from '../../navigation.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage, useText } from '../../ui/language.tsx';
import { useTheme } from '../../ui/theme.tsx';
import { AnalysisFrame } from '../analysis-frame.tsx';
import { useSavedSetting } from '../saved-setting.ts';
import { ChoiceWord, Said } from '../sentence.tsx';
import { useLongAnswer } from './use-long-answer.ts';
import { EVERYWHERE, useWordBehind } from './use-word-behind.ts';
import { InterviewersChoice, LeastChoice } from './word-choices.tsx';
import { WordField } from './word-field.tsx';
import './words.css';
import { Working } from './working.tsx';

const INITIAL: WordTreeSetting = { words: '', unit: 'form', side: 'after', withInterviewers: false, leastCount: 2 };

interface Line {
  readonly phrase: string;
  readonly depth: number;
  readonly count: number;
}

function linesOf({ root, branches }: WordTree, side: 'after' | 'before'): Line[] {
  const walk = (list: readonly WordBranch[], above: readonly string[]): Line[] =>
    list.flatMap(({ word, count, branches: below }) => {
      const path = [...above, word];
      return [{ phrase: phraseOf(root, path, side), depth: path.length, count }, ...walk(below, path)];
    });
  return walk(branches, []);
}

export function WordTreeScreen() {
  const words = useText(wordsText);
  const { language } = useLanguage();
  const { shown: theme } = useTheme();
  const { place, adjust } = useNavigation();
  const saved = useSavedSetting('wordTree', wordTreeSetting, INITIAL);
  // the way here may say which word
  const now = place.words === undefined ? saved.setting : { ...saved.setting, words: place.words };
  const change = (changes: Partial<WordTreeSetting>) => {
    saved.change({ ...(place.words === undefined ? {} : { words: place.words }), ...changes });
    if (place.words !== undefined) adjust({ screen: 'analysis', view: 'wordTree' });
  };
  const isAsked = now.words.trim() !== '';
  const answer = useLongAnswer('words.tree', isAsked ? { setting: now } : null);
  const { data } = answer;
  const known = isAsked && data && !isUndefined(data) ? data : undefined;
  const number = (value: number) => formatNumber(language, value);
  const draw = (look: FigureTheme) => {
    if (!isAsked || !data) return undefined;
    if (isUndefined(data)) return data;
    return wordTreeFigure(data, { palette: paletteOf(look), language, title: words.treeName, number, side: now.side, times: words.times });
  };
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const scene = useMemo(() => draw(theme), [data, theme, language, isAsked]);
  const lines = known ? linesOf(known, now.side) : [];
  const behind = useWordBehind({ ...now, by: EVERYWHERE });
  const table: FigureTable = {
    columns: [words.treeColumns.phrase, words.treeColumns.depth, words.treeColumns.count],
    rows: lines.map(({ phrase, depth, count }) => [phrase, depth, count]),
  };
  return (
    <AnalysisFrame
      name={words.treeName}
      saved={saved}
      sentence={<TreeSentence now={now} change={change} />}
      caption={known ? captionOf(known, now.side, words) : ''}
      scene={scene}
      printScene={() => draw('light') ?? undefinedFor('empty')}
      table={known ? table : undefined}
      behindMark={(phrase) => behind(phrase)}
      behindCell={(row, column) => (column === 2 && lines[row] ? behind(lines[row].phrase) : null)}
    >
      {isAsked ? null : <EmptyState title={words.askWord} />}
      <Working answer={answer} />
    </AnalysisFrame>
  );
}

interface SentenceProps {
  now: WordTreeSetting;
  change: (changes: Partial<WordTreeSetting>) => void;
}

function TreeSentence({ now, change }: SentenceProps) {
  const words = useText(wordsText);
  return (
    <>
      <Said>{words.treeBefore}</Said>
      <ChoiceWord
        label={words.side}
        options={(['after', 'before'] as const).map((id) => ({ id, label: words.sides[id] }))}
        value={now.side}
        onChange={(side) => change({ side })}
      />{' '}
      <WordField value={now.words} onChange={(typed) => change({ words: typed })} />
      <Said>,</Said>
      <ChoiceWord
        label={words.unit}
        options={(['form', 'stem'] as const).map((id) => ({ id, label: words.treeUnits[id] }))}
        value={now.unit}
        onChange={(unit) => change({ unit })}
      />
      <Said>,</Said>
      <LeastChoice value={now.leastCount} onChange={(leastCount) => change({ leastCount })} />
      <Said>,</Said>
      <InterviewersChoice value={now.withInterviewers} onChange={(withInterviewers) => change({ withInterviewers })} />.
    </>
  );
}

function captionOf({ root, count, sources, alone }: WordTree, side: 'after' | 'before', words: (typeof wordsText)['fr']): string {
  const said = words.treeCaption(root, words.times(count), words.sourcesCount(sources));
  return [said, ...(alone > 0 ? [words.alone(alone, side)] : []), words.pruned].join(' ');
}
