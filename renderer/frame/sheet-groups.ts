// What the keyboard sheet shows: the registry under its headings, narrowed by what is looked for.
import { folded } from '../../shared/domain/category.ts';
import { ACTION_IDS, actionRow } from './actions.ts';
import type { ActionGroup, ActionId } from './actions.ts';
import type { Keymap } from './keymap.ts';

export interface SheetGroup {
  readonly group: ActionGroup;
  readonly ids: readonly ActionId[];
}

/** Words of the action, or its keys, hold what is looked for. */
export function sheetGroups(keymap: Keymap, words: Readonly<Record<ActionId, string>>, query: string): SheetGroup[] {
  const wanted = folded(query).split(/\s+/u).filter(Boolean);
  const found = ACTION_IDS.filter((id) => {
    const said = folded([words[id], ...keymap.keysOf(id)].join(' '));
    return wanted.every((word) => said.includes(word));
  });
  const groups = [...new Set(ACTION_IDS.map((id) => actionRow(id).group))];
  return groups.map((group) => ({ group, ids: found.filter((id) => actionRow(id).group === group) })).filter(({ ids }) => ids.length > 0);
}
