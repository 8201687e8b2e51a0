// Everything the command field can do or go to, in the words of the present language.
import { useMemo, useState } from 'react';
import { lineage } from '../../shared/domain/category.ts';
import type { Codebook } from '../../shared/domain/category.ts';
import { LANGUAGES } from '../../shared/domain/project.ts';
import { frameText } from '../../shared/i18n/frame.ts';
import { useNavigation } from '../navigation.tsx';
import type { Place } from '../navigation.tsx';
import { useLanguage } from '../ui/language.tsx';
import { THEMES, useTheme } from '../ui/theme.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { RAIL_SCREENS } from './keys.ts';
import { screenKeys } from './rail.tsx';
import type { CommandEntry } from './rank-commands.ts';
import { screenCommands } from './screen-commands.ts';
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

function useActionEntries(history: History, onKeys: () => void): CommandEntry[] {
  const { language, choose: chooseLanguage } = useLanguage();
  const { theme, choose: chooseTheme } = useTheme();
  const { go } = useNavigation();
  const run = useRun();
  const text = frameText[language];

  const newMemo = async () => {
    const memoId = await run('memo.write', { memoId: null, targetKind: 'project', targetId: '', title: text.newMemo, text: '' });
    if (memoId !== undefined) go({ screen: 'memos', memoId });
  };
  const action = (id: string, label: string, act: () => void, keys?: string): CommandEntry => ({
    id,
    group: 'action',
    label,
    run: act,
    ...(keys ? { keys } : {}),
  });
  return [
    ...(history.undoWords === null ? [] : [action('undo', text.undo(history.undoWords), history.undo, 'Ctrl+Z')]),
    ...(history.redoWords === null ? [] : [action('redo', text.redoes(history.redoWords), history.redo, 'Ctrl+Shift+Z')]),
    action('memo', text.newMemo, () => void newMemo()),
    ...THEMES.filter((name) => name !== theme).map((name) => action(`theme ${name}`, text.useTheme[name], () => chooseTheme(name))),
    ...LANGUAGES.filter((name) => name !== language).map((name) => action(`language ${name}`, text.useLanguage[name], () => chooseLanguage(name))),
    action('keys', text.showKeys, onKeys, '?'),
    action('home', text.allProjects, () => go({ screen: 'home' })),
  ];
}

/** `isComplete` is false until sources and categories have come from the core. */
export function useCommands(history: History, onKeys: () => void): { entries: CommandEntry[]; isComplete: boolean } {
  const { language } = useLanguage();
  const { go } = useNavigation();
  const { data: corpus } = useQuery('corpus.read', {});
  const { data: codebook } = useQuery('codebook.read', {});
  const actions = useActionEntries(history, onKeys);
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
  const screens = RAIL_SCREENS.map((screen) => ({
    id: screen,
    group: 'screen' as const,
    label: text.screens[screen],
    keys: screenKeys(screen),
    run: () => go({ screen }),
  }));
  const [ofScreen] = useState(screenCommands);
  return { entries: [...screens, ...ofScreen, ...actions, ...sources, ...categories], isComplete: corpus !== undefined && codebook !== undefined };
}
