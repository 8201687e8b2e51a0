// Searches kept by name: taken up again, kept, named otherwise, removed.
import { searchSetting } from '../../shared/domain/search.ts';
import type { SavedSearch } from '../../shared/domain/saved-search.ts';
import { searchText } from '../../shared/i18n/search.ts';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { SavedMenu } from '../ui/saved-menu.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import type { SearchInHand, SearchSession } from './search-session.ts';

interface SavedSearchesProps {
  search: SearchInHand;
  change: SearchSession['change'];
  isReadOnly: boolean;
}

export function SavedSearches({ search, change, isReadOnly }: SavedSearchesProps) {
  const text = useText(searchText);
  const run = useRun();
  const notify = useNotify();
  const { data: saved = [] } = useQuery('savedSearch.list', { kind: 'search' });
  const current = saved.find(({ id }) => id === search.savedId) ?? null;
  const setting = JSON.stringify(search.setting);
  const open = (one: SavedSearch) => {
    const parsed = searchSetting.safeParse(JSON.parse(one.setting));
    if (parsed.success) change({ setting: parsed.data, savedId: one.id, written: null });
    else notify({ text: text.notUnderstood, kind: 'failure' });
  };
  const keep = async (one: SavedSearch | null, name: string) => {
    const savedId = await run('savedSearch.save', { searchId: one?.id ?? null, kind: 'search', name, setting });
    if (savedId) change({ savedId, active: search.active });
  };
  return (
    <SavedMenu
      title={text.saved}
      saved={saved}
      current={current}
      isChanged={current?.setting !== setting}
      canKeep={search.setting.query.trim() !== ''}
      isReadOnly={isReadOnly}
      suggestion={search.setting.query}
      onOpen={open}
      onKeep={(one, name) => void keep(one, name)}
      onRename={(one, name) => void run('savedSearch.save', { searchId: one.id, kind: 'search', name, setting: one.setting })}
      onRemove={(one) => void run('savedSearch.remove', { searchId: one.id })}
    />
  );
}
