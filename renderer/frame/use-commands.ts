// Everything the command field can do or go to, in the words of the present language.
import { useMemo, useState } from 'react';
import { lineage } from '../../shared/domain/category.ts';
import type { Codebook } from '../../shared/domain/category.ts';
import { actionsText } from '../../shared/i18n/actions.ts';
import { analysesText } from '../../shared/i18n/analyses.ts';
import { frameText } from '../../shared/i18n/frame.ts';
import type { Language } from '../../shared/domain/project.ts';
import { ANALYSES } from '../analysis/analyses.ts';
import { useNavigation } from '../navigation.tsx';
import type { Place } from '../navigation.tsx';
import { useLanguage } from '../ui/language.tsx';
import { useQuery } from '../ui/use-query.ts';
import { ACTION_IDS, actionRow } from './actions.ts';
import type { ActionId } from './actions.ts';
import type { Keymap } from './keymap.ts';
import { runsNow } from './offered-actions.ts';
import type { Runs } from './offered-actions.ts';
import type { CommandEntry } from './rank-commands.ts';
import { screenCommands } from './screen-commands.ts';
import { shownKeys, useKeymap } from './use-keymap.ts';
import type { History } from './use-history.ts';

function categoryEntries(codebook: Codebook, go: (place: Place) => void): CommandEntry[] {
  return codebook.flatMap((grid) => {
    const byId = new Map<string, (typeof grid.categories)[number]>(grid.categories.map((category) => [category.id, category]));
    return grid.categories.map((category) => ({
      id: category.id,
      group: 'category' as const,
      label: category.name,
      detail: [
        grid.title,
        ...lineage(byId, category.id)
          .slice(0, -1)
          .map((parent) => parent.name),
      ].join(' › '),
      color: category.color,
      run: () => go({ screen: 'grids', gridId: grid.id, categoryId: category.id }),
    }));
  });
}

/** Each analysis by its name. */
function analysisEntries(language: Language, go: (place: Place) => void): CommandEntry[] {
  const words = analysesText[language];
  return ANALYSES.map(({ id }) => ({
    id: `analysis.${id}`,
    group: 'analysis' as const,
    label: words.names[id]?.name ?? id,
    detail: words.names[id]?.what ?? '',
    run: () => go({ screen: 'analysis', view: id }),
  }));
}

/** What is offered here and now, in the registry's order. */
function actionEntries(runs: Runs, words: Readonly<Record<ActionId, string>>, keymap: Keymap): CommandEntry[] {
  return ACTION_IDS.flatMap((id) => {
    const run = id === 'commands' ? undefined : runs[id];
    if (!run) return [];
    const keys = shownKeys(keymap, id);
    return [{ id, group: actionRow(id).group === 'screens' ? 'screen' : 'action', label: words[id], run, ...(keys === undefined ? {} : { keys }) }];
  });
}

/** `isComplete` is false until sources and categories have come from the core. */
export function useCommands(history: History): { entries: CommandEntry[]; isComplete: boolean } {
  const { language } = useLanguage();
  const { go } = useNavigation();
  const keymap = useKeymap();
  const { data: corpus } = useQuery('corpus.read', {});
  const { data: codebook } = useQuery('codebook.read', {});
  const text = frameText[language];

  const sources = useMemo(() => {
    const caseNames = new Map(corpus?.cases.map((one) => [one.id, one.name]));
    return (corpus?.sources ?? []).map((source) => ({
      id: source.id,
      group: 'source' as const,
      label: source.name,
      detail: source.caseIds.map((id) => caseNames.get(id) ?? '').join(', '),
      run: () => go({ screen: 'coding', sourceId: source.id }),
    }));
  }, [corpus, go]);
  const categories = useMemo(() => categoryEntries(codebook ?? [], go), [codebook, go]);
  const [{ runs, ofScreen }] = useState(() => ({ runs: runsNow(), ofScreen: screenCommands() }));
  const { undoWords, redoWords } = history;
  const offered = useMemo(() => {
    const words = {
      ...actionsText[language].actions,
      ...(undoWords === null ? {} : { undo: text.undo(undoWords) }),
      ...(redoWords === null ? {} : { redo: text.redoes(redoWords) }),
    };
    const possible = { ...runs };
    if (undoWords === null) delete possible.undo;
    if (redoWords === null) delete possible.redo;
    const actions = actionEntries(possible, words, keymap);
    const known = new Set(actions.map(({ label }) => label));
    return [
      ...actions.filter(({ group }) => group === 'screen'),
      // a screen may word an act of the registry itself: it is listed once
      ...ofScreen.filter(({ label }) => !known.has(label)),
      ...actions.filter(({ group }) => group === 'action'),
    ];
  }, [language, text, undoWords, redoWords, runs, ofScreen, keymap]);
  const analyses = useMemo(() => analysisEntries(language, go), [language, go]);
  const entries = useMemo(() => [...offered, ...analyses, ...sources, ...categories], [offered, analyses, sources, categories]);
  return { entries, isComplete: corpus !== undefined && codebook !== undefined };
}
