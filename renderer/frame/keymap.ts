// Which keys mean which action: those of the table, those that the user chose instead, and those of one hand in addition.
import { chordsOf, pressOf } from '../../shared/domain/key-chord.ts';
import type { ChosenKeys, KeyPress } from '../../shared/domain/key-chord.ts';
import { ACTION_IDS, actionRow, areRivals, isAction } from './actions.ts';
import type { ActionId, Area } from './actions.ts';
import { HAND_LAYOUTS } from './hand-layouts.ts';
import type { Hand } from './hand-layouts.ts';

export interface Heard {
  /** Letters are being written where the focus is. */
  readonly isTyping?: boolean;
}

export interface Keymap {
  readonly chosen: ChosenKeys;
  readonly hand: Hand;
  readonly keysOf: (id: ActionId) => readonly string[];
  /** What a press means in an area; null leaves it to the field or the browser. */
  readonly actionAt: (areas: readonly Area[], press: KeyPress, heard?: Heard) => ActionId | null;
  /** Who has a key that this action would hear too. */
  readonly holderOf: (id: ActionId, chord: string) => ActionId | null;
}

export function keymapFor(chosen: ChosenKeys, hand: Hand): Keymap {
  const keysOf = (id: ActionId): readonly string[] => (actionRow(id).isFixed ? undefined : chosen[id]) ?? actionRow(id).keys;
  const holders = new Map<string, ActionId[]>();
  for (const id of ACTION_IDS) for (const chord of keysOf(id)) holders.set(chord, [...(holders.get(chord) ?? []), id]);
  const ofHand = new Map<string, ActionId>(HAND_LAYOUTS[hand]);
  return {
    chosen,
    hand,
    keysOf,
    actionAt: (areas, press, { isTyping = false } = {}) => {
      const chords = chordsOf(press);
      const isHeard = (id: ActionId | undefined): id is ActionId =>
        id !== undefined && areas.includes(actionRow(id).area) && (!isTyping || actionRow(id).whileTyping === true);
      // one hand reads: its keys mean their actions in the text, undo among them, and nothing elsewhere
      const byHand = areas.includes('text') && !isTyping ? chords.map((chord) => ofHand.get(chord)).find((id) => id !== undefined) : undefined;
      if (byHand) return byHand;
      return chords.flatMap((chord) => holders.get(chord) ?? []).find(isHeard) ?? null;
    },
    holderOf: (id, chord) =>
      chordsOf(pressOf(chord))
        .flatMap((same) => holders.get(same) ?? [])
        .find((other) => areRivals(id, other)) ?? null,
  };
}

/** The choice with this action's keys changed; `from` gives the key up. What equals the action's own keys is not kept. */
export function withKeys(chosen: ChosenKeys, id: ActionId, keys: readonly string[], from: ActionId | null = null): ChosenKeys {
  const given = from === null ? {} : { [from]: (chosen[from] ?? actionRow(from).keys).filter((chord) => !keys.includes(chord)) };
  return Object.fromEntries(
    Object.entries({ ...chosen, ...given, [id]: keys }).filter(
      ([action, chords]) => isAction(action) && chords.join(' ') !== actionRow(action).keys.join(' '),
    ),
  );
}

/** The choice without this action's: its own keys again, which whoever took them gives back. */
export function withOwnKeys(chosen: ChosenKeys, id: ActionId): ChosenKeys {
  const keymap = keymapFor(withKeys(chosen, id, []), 'none');
  return actionRow(id).keys.reduce<ChosenKeys>(
    (now, chord) => {
      const holder = keymap.holderOf(id, chord);
      return holder === null
        ? now
        : withKeys(
            now,
            holder,
            keymapFor(now, 'none')
              .keysOf(holder)
              .filter((other) => other !== chord),
          );
    },
    withKeys(chosen, id, actionRow(id).keys),
  );
}
