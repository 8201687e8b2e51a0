// What a key means while the focus is in the text.
import type { KeyPress } from '../../shared/domain/key-chord.ts';
import { ACTION_IDS } from '../frame/actions.ts';
import type { ActionId } from '../frame/actions.ts';
import { actionAt } from '../frame/key-store.ts';
import type { Edge, Step } from './word-steps.ts';

export type TextKey =
  | {
      readonly act:
        | 'enter'
        | 'palette'
        | 'codeTurn'
        | 'codeSentence'
        | 'codeParagraph'
        | 'nextUncoded'
        | 'inVivo'
        | 'memo'
        | 'stance'
        | 'star'
        | 'paraphrase'
        | 'weight'
        | 'stepUnit'
        | 'afterCoding'
        | 'edit'
        | 'speaker'
        | 'turnMenu'
        | 'leave'
        | 'undo'
        | 'selectAll';
    }
  | { readonly act: 'turn' | 'extendTurn' | 'line' | 'extendWord' | 'textEnd'; readonly step: Step }
  | { readonly act: 'passageEdge'; readonly edge: Edge; readonly step: Step }
  /** 0-based place among the categories at hand. */
  | { readonly act: 'quick'; readonly index: number };

/** What each action of the registry that is heard in the text means there. */
const MEANINGS: Partial<Record<ActionId, TextKey>> = {
  enter: { act: 'enter' },
  palette: { act: 'palette' },
  codeTurn: { act: 'codeTurn' },
  codeSentence: { act: 'codeSentence' },
  codeParagraph: { act: 'codeParagraph' },
  nextUncoded: { act: 'nextUncoded' },
  inVivo: { act: 'inVivo' },
  memo: { act: 'memo' },
  stance: { act: 'stance' },
  star: { act: 'star' },
  paraphrase: { act: 'paraphrase' },
  weight: { act: 'weight' },
  stepUnit: { act: 'stepUnit' },
  afterCoding: { act: 'afterCoding' },
  edit: { act: 'edit' },
  speaker: { act: 'speaker' },
  turnMenu: { act: 'turnMenu' },
  leave: { act: 'leave' },
  selectAll: { act: 'selectAll' },
  previousTurn: { act: 'turn', step: 'back' },
  nextTurn: { act: 'turn', step: 'forth' },
  extendTurnBack: { act: 'extendTurn', step: 'back' },
  extendTurnForth: { act: 'extendTurn', step: 'forth' },
  previousLine: { act: 'line', step: 'back' },
  nextLine: { act: 'line', step: 'forth' },
  extendWordBack: { act: 'extendWord', step: 'back' },
  extendWordForth: { act: 'extendWord', step: 'forth' },
  textStart: { act: 'textEnd', step: 'back' },
  textEnd: { act: 'textEnd', step: 'forth' },
  startBack: { act: 'passageEdge', edge: 'start', step: 'back' },
  startForth: { act: 'passageEdge', edge: 'start', step: 'forth' },
  endBack: { act: 'passageEdge', edge: 'end', step: 'back' },
  endForth: { act: 'passageEdge', edge: 'end', step: 'forth' },
  ...Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`quick.${index + 1}`, { act: 'quick', index }] as const)),
  // one hand has it under a key that only the text hears
  undo: { act: 'undo' },
};

/** Null leaves the key to the browser: plain caret moves, copy, find. */
export function textKeyOf(press: KeyPress): TextKey | null {
  const action = actionAt(['text'], press);
  return action === null ? null : (MEANINGS[action] ?? null);
}

/** The actions that the text can carry out, for the command field. */
export const TEXT_ACTIONS: readonly (readonly [ActionId, TextKey])[] = ACTION_IDS.flatMap((id) => {
  const key = id === 'undo' ? undefined : MEANINGS[id];
  return key ? [[id, key] as const] : [];
});
