// Queries kept by name: taken up again, kept as they are now, named otherwise, removed.
import { useState } from 'react';
import type { SavedSearch } from '../../shared/domain/saved-search.ts';
import { retrievalText } from '../../shared/i18n/retrieval.ts';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { SavedMenu } from '../ui/saved-menu.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { readQuery } from './retrieval-session.ts';
import type { Retrieval } from './use-retrieval.ts';

export function SavedRetrievals({ retrieval, isReadOnly }: { retrieval: Retrieval; isReadOnly: boolean }) {
  const words = useText(retrievalText);
  const run = useRun();
  const notify = useNotify();
  const { data: saved = [] } = useQuery('savedSearch.list', { kind: 'retrieval' });
  const [savedId, setSavedId] = useState<string | null>(null);
  const current = saved.find(({ id }) => id === savedId) ?? null;
  const setting = JSON.stringify(retrieval.query);
  const keep = async (one: SavedSearch | null, name: string, kept: string) => {
    const id = await run('savedSearch.save', { searchId: one?.id ?? null, kind: 'retrieval', name, setting: kept });
    if (id) setSavedId(id);
  };
  const open = (one: SavedSearch) => {
    const query = readQuery(one.setting);
    if (!query) return notify({ text: words.savedUnreadable, kind: 'failure' });
    setSavedId(one.id);
    return retrieval.open(query);
  };
  const remove = async (one: SavedSearch) => {
    if ((await run('savedSearch.remove', { searchId: one.id })) !== undefined) notify({ text: words.removed(one.name), kind: 'done' });
  };
  return (
    <SavedMenu
      title={words.saved}
      saved={saved}
      current={current}
      isChanged={current?.setting !== setting}
      canKeep
      isReadOnly={isReadOnly}
      onOpen={open}
      onKeep={(one, name) => void keep(one, name, setting)}
      onRename={(one, name) => void keep(one, name, one.setting)}
      onRemove={(one) => void remove(one)}
    />
  );
}
