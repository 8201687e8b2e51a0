// The registry of actions: no two share a key where both are heard, each is said in both languages, and the user may choose otherwise.
import { describe, expect, test } from 'vitest';
import { ACTION_IDS, actionRow, areHeardTogether, refusalOfChord } from '../../../renderer/frame/actions.ts';
import type { ActionId } from '../../../renderer/frame/actions.ts';
import { HANDS, HAND_LAYOUTS, legendOf } from '../../../renderer/frame/hand-layouts.ts';
import { keymapFor, withKeys, withOwnKeys } from '../../../renderer/frame/keymap.ts';
import { RAIL_SCREENS } from '../../../renderer/frame/keys.ts';
import { withPresentKeys } from '../../../renderer/frame/said-keys.ts';
import { sheetGroups } from '../../../renderer/frame/sheet-groups.ts';
import { TEXT_ACTIONS } from '../../../renderer/reader/text-keys.ts';
import { isChord, pressOf } from '../../../shared/domain/key-chord.ts';
import type { ChosenKeys, KeyPress } from '../../../shared/domain/key-chord.ts';
import { actionsText } from '../../../shared/i18n/actions.ts';

const own = keymapFor({}, 'none');

describe('the registry', () => {
  test('no two actions have one key on one screen', () => {
    const shared = ACTION_IDS.flatMap((id) => own.keysOf(id).map((chord) => [id, chord, own.holderOf(id, chord)] as const)).filter(
      ([, , other]) => other !== null,
    );
    expect(shared).toEqual([]);
  });

  test('every key is a chord, and pressing it means its action where the action is heard', () => {
    for (const id of ACTION_IDS) {
      for (const chord of own.keysOf(id)) {
        expect([chord, isChord(chord)]).toEqual([chord, true]);
        expect([chord, own.actionAt([actionRow(id).area], pressOf(chord))]).toEqual([chord, id]);
      }
    }
  });

  test('every action has words of its own in both languages', () => {
    for (const language of ['fr', 'en'] as const) {
      const { actions, groups } = actionsText[language];
      expect(Object.keys(actions).sort()).toEqual([...ACTION_IDS].sort());
      expect(new Set(Object.values(actions)).size).toBe(ACTION_IDS.length);
      for (const id of ACTION_IDS) expect(groups[actionRow(id).group]).toBeTruthy();
    }
  });

  test('every screen of the rail is an action, and every action of the text is carried out there', () => {
    for (const screen of RAIL_SCREENS) expect(ACTION_IDS).toContain(`screen.${screen}`);
    const ofText = ACTION_IDS.filter((id) => actionRow(id).area === 'text' && actionRow(id).group !== 'media');
    expect(TEXT_ACTIONS.map(([id]) => id)).toEqual(ofText);
  });

  test('what is heard while somebody writes is no letter', () => {
    const letters = ACTION_IDS.filter((id) => !actionRow(id).isFixed && own.keysOf(id).some((chord) => refusalOfChord(id, chord) === 'letter'));
    expect(letters).toEqual([]);
  });

  test('the sheet shows all of them, found by words or by key', () => {
    const words = actionsText.fr.actions;
    expect(sheetGroups(own, words, '').flatMap(({ ids }) => ids)).toHaveLength(ACTION_IDS.length);
    expect(sheetGroups(own, words, 'creer in vivo').flatMap(({ ids }) => ids)).toEqual(['inVivo']);
    expect(sheetGroups(own, words, 'ctrl+k').flatMap(({ ids }) => ids)).toEqual(['commands']);
    expect(sheetGroups(own, words, 'nothing like it')).toEqual([]);
  });
});

describe('a chosen key', () => {
  const press = (chord: string): KeyPress => pressOf(chord);

  test('is heard on the board, in the palette and in a memo too', () => {
    const chosen = withKeys(withKeys(withKeys({}, 'boardGroup', ['Y']), 'paletteCreate', ['Alt+Enter']), 'memoLink', ['Ctrl+Shift+L']);
    const keymap = keymapFor(chosen, 'none');
    expect([keymap.actionAt(['board'], press('Y')), keymap.actionAt(['board'], press('G'))]).toEqual(['boardGroup', null]);
    expect(keymap.actionAt(['palette'], press('Alt+Enter'), { isTyping: true })).toBe('paletteCreate');
    expect(keymap.actionAt(['memo'], press('Ctrl+Shift+L'), { isTyping: true })).toBe('memoLink');
    expect(keymap.actionAt(['memo'], press('Ctrl+L'), { isTyping: true })).toBeNull();
  });

  test('means the action instead of the one it had', () => {
    const keymap = keymapFor(withKeys({}, 'undo', ['Ctrl+U']), 'none');
    expect(keymap.actionAt(['window'], press('Ctrl+U'))).toBe('undo');
    expect(keymap.actionAt(['window'], press('Ctrl+Z'))).toBeNull();
  });

  test('that another action has on the same screen is shown as taken, also across areas', () => {
    expect(own.holderOf('memo', 'N')).toBe('nextUncoded');
    expect(own.holderOf('memo', 'Ctrl+K')).toBe('commands');
    expect(own.holderOf('removeCategory', 'N')).toBeNull();
  });

  test('taken from another action leaves that one without it, and comes back with its own keys', () => {
    const chosen = withKeys({}, 'memo', ['N'], 'nextUncoded');
    expect(chosen).toEqual({ memo: ['N'], nextUncoded: [] });
    expect(keymapFor(chosen, 'none').actionAt(['text'], press('N'))).toBe('memo');
    const back = withOwnKeys(chosen, 'nextUncoded');
    expect(keymapFor(back, 'none').keysOf('nextUncoded')).toEqual(['N']);
    expect(keymapFor(back, 'none').keysOf('memo')).toEqual([]);
  });

  test('in the palette wins over the window’s, and not over another one of the palette', () => {
    expect(own.actionAt(['palette'], press('Alt+2'), { isTyping: true })).toBe('palettePin.2');
    expect(own.actionAt(['window'], press('Alt+2'), { isTyping: true })).toBe('screen.coding');
    expect(own.holderOf('screen.coding', 'Alt+2')).toBeNull();
    expect(own.holderOf('palettePin.2', 'Ctrl+Enter')).toBe('paletteCreate');
    expect(own.actionAt(['palette'], press('Ctrl+Shift+Enter'), { isTyping: true })).toBe('paletteCreateOtherwise');
  });

  test('is the one that sentences name', () => {
    const keymap = keymapFor(withKeys({}, 'undo', ['Ctrl+U']), 'none');
    const say = (sentence: string) => withPresentKeys(sentence, (id) => keymap.keysOf(id)[0]);
    expect(say('« Gouvernance » est scindée. Ctrl+Z la réunit.')).toBe('« Gouvernance » est scindée. Ctrl+U la réunit.');
    expect(say('Ctrl+L insère un lien')).toBe('Ctrl+L insère un lien');
    expect(withPresentKeys('Annulable avec Ctrl+Z.', () => '« Annuler »')).toBe('Annulable avec « Annuler ».');
  });

  test('equal to the action’s own is not kept', () => {
    expect(withKeys({ memo: ['Y'] }, 'memo', ['M'])).toEqual({});
  });

  test('of an action that this Trame does not know, or that is fixed, changes nothing', () => {
    const keymap = keymapFor({ 'made.up': ['N'], enter: ['Y'] } as ChosenKeys, 'none');
    expect(keymap.actionAt(['text'], press('N'))).toBe('nextUncoded');
    expect(keymap.keysOf('enter')).toEqual(['Enter']);
  });

  test.each([
    ['undo', 'Tab', 'reserved'],
    ['undo', 'Ctrl+C', 'reserved'],
    ['undo', 'not a key', 'reserved'],
    ['commands', 'K', 'letter'],
    ['commands', 'Space', 'letter'],
    ['commands', 'Alt+K', null],
    ['memo', 'Y', null],
  ] as const)('%s on %s: %s', (id, chord, why) => expect(refusalOfChord(id, chord)).toBe(why));
});

describe('one hand', () => {
  const needed: readonly ActionId[] = ['previousTurn', 'nextTurn', 'extendTurnForth', 'palette', 'stance', 'undo', 'codeTurn'];

  test.each(['left', 'right'] as const)('%s reaches moving, extending, the palette, the quick list, the stance and undo', (hand) => {
    const keymap = keymapFor({}, hand);
    const reached = new Set(HAND_LAYOUTS[hand].map(([chord]) => keymap.actionAt(['text'], pressOf(chord))));
    for (const id of [...needed, ...Array.from({ length: 9 }, (_, index) => `quick.${index + 1}` as ActionId)])
      expect([id, reached.has(id)]).toEqual([id, true]);
    expect(new Set(HAND_LAYOUTS[hand].map(([chord]) => chord)).size).toBe(HAND_LAYOUTS[hand].length);
  });

  test('lies under the left hand by the keys’ places, on a French keyboard too', () => {
    const french = { ...pressOf('KeyQ'), key: 'a' };
    expect(keymapFor({}, 'left').actionAt(['text'], french)).toBe('inVivo');
    expect(own.actionAt(['text'], french)).toBe('codeParagraph');
    expect(keymapFor({}, 'left').actionAt(['text'], { ...pressOf('KeyE'), key: 'e' })).toBe('previousTurn');
  });

  test('means nothing outside the text, nor while somebody writes', () => {
    const keymap = keymapFor({}, 'left');
    expect(keymap.actionAt(['window'], pressOf('KeyX'))).toBeNull();
    expect(keymap.actionAt(['text'], pressOf('KeyX'), { isTyping: true })).toBeNull();
    expect(keymap.actionAt(['text'], pressOf('ArrowDown'))).toBe('nextTurn');
  });

  test('every line of the legend has words', () => {
    for (const hand of HANDS)
      for (const { action } of legendOf(hand))
        for (const language of ['fr', 'en'] as const) expect(actionsText[language].legendWords).toHaveProperty([action]);
  });
});

test('areas are heard together both ways', () => {
  const areas = [...new Set(ACTION_IDS.map((id) => actionRow(id).area))];
  for (const one of areas)
    for (const other of areas) expect([one, other, areHeardTogether(one, other)]).toEqual([one, other, areHeardTogether(other, one)]);
});
