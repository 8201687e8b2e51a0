// One action of the keyboard sheet: its keys, and in their place the way to press another one.
import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { chordToKeep } from '../../shared/domain/key-chord.ts';
import type { ChosenKeys } from '../../shared/domain/key-chord.ts';
import { actionsText } from '../../shared/i18n/actions.ts';
import { Button } from '../ui/button.tsx';
import { Kbd, useKeyWords } from '../ui/kbd.tsx';
import { useText } from '../ui/language.tsx';
import { actionRow, refusalOfChord } from './actions.ts';
import type { ActionId } from './actions.ts';
import { withKeys, withOwnKeys } from './keymap.ts';
import { useKeymap, useSetKeys } from './use-keymap.ts';

interface KeyRowProps {
  id: ActionId;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
}

export function KeyRow({ id, isOpen, onOpen }: KeyRowProps) {
  const text = useText(actionsText);
  const keymap = useKeymap();
  // the key that was pressed stands where it was asked for, and the focus with it
  const wasOpen = useRef(false);
  useEffect(() => {
    wasOpen.current = isOpen;
  }, [isOpen]);
  const keys = keymap.keysOf(id);
  const label = text.actions[id];
  const shown = keys.length === 0 ? <span className="quiet">{text.noKey}</span> : keys.map((chord) => <Kbd key={chord} keys={chord} />);
  if (actionRow(id).isFixed) {
    return (
      <li className="key-row">
        <span>{label}</span>
        <span className="key-row-keys">{shown}</span>
      </li>
    );
  }
  return (
    <li className="key-row" data-open={isOpen}>
      <span>{label}</span>
      {isOpen ? (
        <KeyRecorder id={id} onDone={() => onOpen(false)} />
      ) : (
        <AriaButton className="key-row-keys key-row-change" autoFocus={wasOpen.current} onPress={() => onOpen(true)}>
          <span className="visually-hidden">{text.change(label)} </span>
          {shown}
        </AriaButton>
      )}
    </li>
  );
}

/** Hears the next key press on the element, whatever it means elsewhere. Escape leaves everything as it was. */
function useNextChord(root: RefObject<HTMLElement | null>, onChord: (chord: string) => void, onLeave: () => void): void {
  const latest = useRef({ onChord, onLeave });
  latest.current = { onChord, onLeave };
  useEffect(() => {
    const element = root.current;
    element?.focus();
    const onKey = (event: KeyboardEvent) => {
      // the buttons beside it are worked as any others
      if (event.target !== element || event.key === 'Tab') return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') return latest.current.onLeave();
      const chord = event.isComposing || event.repeat ? null : chordToKeep(event);
      if (chord !== null) latest.current.onChord(chord);
    };
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  }, [root]);
}

/** Whose key it is already, where it cannot simply be this action's. */
interface Obstacle {
  readonly said: string;
  /** Who would give it up; null where nobody can. */
  readonly from: ActionId | null;
}

function useObstacle(id: ActionId): (chord: string) => Obstacle | null {
  const text = useText(actionsText);
  const keymap = useKeymap();
  const keyWords = useKeyWords();
  return (chord) => {
    const refusal = refusalOfChord(id, chord);
    if (refusal) return { said: text[refusal](keyWords(chord)), from: null };
    const holder = keymap.holderOf(id, chord);
    if (holder === null) return null;
    if (actionRow(holder).isFixed) return { said: text.reserved(keyWords(chord)), from: null };
    return { said: text.taken(keyWords(chord), text.actions[holder]), from: holder };
  };
}

function KeyRecorder({ id, onDone }: { id: ActionId; onDone: () => void }) {
  const text = useText(actionsText);
  const keymap = useKeymap();
  const setKeys = useSetKeys();
  const obstacleTo = useObstacle(id);
  const root = useRef<HTMLButtonElement>(null);
  const [pressed, setPressed] = useState<string | null>(null);
  const obstacle = pressed === null ? null : obstacleTo(pressed);
  const keep = (chosen: ChosenKeys) => {
    setKeys(chosen);
    onDone();
  };
  useNextChord(root, (chord) => (obstacleTo(chord) === null ? keep(withKeys(keymap.chosen, id, [chord])) : setPressed(chord)), onDone);
  const from = obstacle?.from ?? null;
  return (
    <div className="key-recorder">
      <button
        ref={root}
        type="button"
        className="key-recorder-field"
        aria-label={`${text.change(text.actions[id])}. ${text.pressNow} ${text.stopChanging}`}
      >
        {obstacle?.said ?? text.pressNow}
      </button>
      <span role="status" className="visually-hidden">
        {obstacle?.said}
      </span>
      {from !== null && pressed !== null ? (
        <Button size="small" onPress={() => keep(withKeys(keymap.chosen, id, [pressed], from))}>
          {text.takeIt}
        </Button>
      ) : null}
      {keymap.chosen[id] === undefined ? null : (
        <Button size="small" variant="quiet" onPress={() => keep(withOwnKeys(keymap.chosen, id))}>
          {text.ownKey}
        </Button>
      )}
      {keymap.keysOf(id).length === 0 ? null : (
        <Button size="small" variant="quiet" onPress={() => keep(withKeys(keymap.chosen, id, []))}>
          {text.withoutKey}
        </Button>
      )}
    </div>
  );
}
