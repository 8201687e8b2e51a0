// Presses and keys in a tree drawn line by line: one Tab stop, arrows as in any tree, letters jump to a name.
import { useCallback, useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent, MouseEvent, RefObject } from 'react';
import { lineBeginning, stepOfKey } from './tree-walk.ts';
import type { TreeLine, WalkedNode } from './tree-walk.ts';

/** Letters typed further apart begin another word. */
const TYPING_RESTS_MS = 700;

export interface TreeActs {
  readonly lines: readonly TreeLine<WalkedNode>[];
  /** Enter, Space and a click. */
  readonly onChoose: (key: string) => void;
  readonly onUnfold: (key: string, isOpen: boolean) => void;
  /** The line that Tab comes back to. */
  readonly onReach: (key: string) => void;
  /** Where arrows and letters lead, where more than the focus goes there. */
  readonly onGo?: (key: string) => void;
}

/** Two functions that stay the same, so that no line is drawn anew for them. Lines are `[data-key]` in `root`. */
export function useTreeWalk(root: RefObject<HTMLElement | null>, acts: TreeActs) {
  const latest = useRef(acts);
  latest.current = acts;
  const typed = useRef({ text: '', at: 0 });
  // a line out of view is drawn first
  const wanted = useRef<string | null>(null);
  const focus = useCallback(
    (key: string): boolean => {
      const row = root.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
      row?.focus();
      return row !== null && row !== undefined;
    },
    [root],
  );
  useLayoutEffect(() => {
    if (wanted.current !== null && focus(wanted.current)) wanted.current = null;
  });
  const onPress = useCallback((event: MouseEvent<HTMLElement>) => {
    const row = event.currentTarget;
    // a line's own button, or what that opened elsewhere
    if (!(event.target instanceof Element) || !row.contains(event.target) || event.target.closest('button')) return;
    const key = row.dataset['key'] ?? '';
    latest.current.onReach(key);
    if (event.target.closest('.tree-unfolds')) latest.current.onUnfold(key, row.getAttribute('aria-expanded') !== 'true');
    else latest.current.onChoose(key);
  }, []);
  const onKey = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const { lines, onChoose, onUnfold, onReach, onGo } = latest.current;
      if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
      const at = lines.findIndex(({ node }) => node.key === event.currentTarget.dataset['key']);
      const line = lines[at];
      if (!line) return;
      const goTo = (place: number) => {
        const key = lines[place]?.node.key;
        if (key === undefined) return;
        onReach(key);
        if (!focus(key)) wanted.current = key;
        onGo?.(key);
      };
      const step = stepOfKey(lines, at, event.key);
      if (!step && event.key !== 'Enter' && event.key !== ' ') {
        const found = event.key.length === 1 ? jumpOf(typed.current, lines, at, event.key) : -1;
        if (found >= 0) goTo(found);
        return;
      }
      event.preventDefault();
      if (!step) onChoose(line.node.key);
      else if ('to' in step) goTo(step.to);
      else onUnfold(line.node.key, step.unfolds);
    },
    [focus],
  );
  return { onPress, onKey };
}

/** Where a letter leads: letters typed quickly make one word. */
function jumpOf(typed: { text: string; at: number }, lines: TreeActs['lines'], at: number, letter: string): number {
  const now = performance.now();
  const goesOn = now - typed.at < TYPING_RESTS_MS;
  typed.text = goesOn ? typed.text + letter : letter;
  typed.at = now;
  return lineBeginning(lines, goesOn ? at : at + 1, typed.text);
}
