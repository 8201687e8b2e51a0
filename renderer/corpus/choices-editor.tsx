// The choices of an attribute, one a line: added with Enter, moved with Alt and the arrows or by their handle.
import { GripVertical, Plus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ClipboardEvent, KeyboardEvent, PointerEvent as ReactPointerEvent, RefObject } from 'react';
import { attributesText } from '../../shared/i18n/attributes.ts';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { movedTo, withLineAfter, withPasted, withText, withoutLine } from './choice-list.ts';
import type { ChoiceLine } from './choice-list.ts';

interface ChoicesEditorProps {
  label: string;
  lines: readonly ChoiceLine[];
  onChange: (lines: ChoiceLine[]) => void;
}

export function ChoicesEditor({ label, lines, onChange }: ChoicesEditorProps) {
  const text = useText(attributesText);
  const { list, focus } = useLineFocus();
  const { dragged, drag } = useDragging(list, (key, to) => onChange(movedTo(lines, key, to)));

  const add = (at: number) => {
    const next = withLineAfter(lines, at);
    onChange(next.lines);
    focus(next.key);
  };
  const remove = (index: number) => {
    const line = lines[index];
    if (!line) return;
    onChange(withoutLine(lines, line.key));
    const near = lines[index - 1] ?? lines[index + 1];
    if (near) focus(near.key);
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const line = lines[index];
    if (!line || event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    const neighbour = lines[index + step];
    if (step !== 0 && event.altKey) onChange(movedTo(lines, line.key, index + step));
    else if (step !== 0 && neighbour) focus(neighbour.key);
    else if (event.key === 'Enter' && !event.ctrlKey) add(index);
    else if (event.key === 'Backspace' && line.text === '' && lines.length > 1) remove(index);
    else return;
    event.preventDefault();
  };
  return (
    <fieldset className="choices">
      <legend className="field-label">{label}</legend>
      <ol ref={list} className="choices-list">
        {lines.map((line, index) => (
          <li key={line.key} className={classes('choices-line', dragged === line.key && 'choices-dragged')}>
            <button
              type="button"
              className="choices-handle"
              tabIndex={-1}
              aria-label={text.moveChoice(line.text)}
              onPointerDown={(event) => drag(event, line.key)}
            >
              <GripVertical size={13} aria-hidden />
            </button>
            <input
              className="field-input choices-input"
              data-line={line.key}
              aria-label={text.choiceName(index + 1)}
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
              value={line.text}
              maxLength={300}
              onChange={(event) => onChange(withText(lines, line.key, event.target.value))}
              onKeyDown={(event) => onKeyDown(event, index)}
              onPaste={(event) => pasteInto(event, lines, line.key, onChange)}
            />
            <IconButton icon={X} size="small" label={text.removeChoice(line.text || text.choiceName(index + 1))} onPress={() => remove(index)} />
          </li>
        ))}
      </ol>
      <Button size="small" variant="quiet" onPress={() => add(lines.length - 1)}>
        <Plus size={13} aria-hidden />
        {text.addChoice}
      </Button>
      <p className="field-hint">{text.choicesHint}</p>
    </fieldset>
  );
}

/** A list that is pasted becomes lines; a few words stay what they are. */
function pasteInto(event: ClipboardEvent, lines: readonly ChoiceLine[], key: number, onChange: (lines: ChoiceLine[]) => void): void {
  const pasted = event.clipboardData.getData('text/plain').trim();
  if (!/[\n\t;]/.test(pasted)) return;
  event.preventDefault();
  onChange(withPasted(lines, key, pasted));
}

/** A line follows the pointer that holds its handle. Heard on the window: a line that moves in the page loses the pointer. */
function useDragging(list: RefObject<HTMLOListElement | null>, onMove: (key: number, to: number) => void) {
  const [dragged, setDragged] = useState<number | null>(null);
  useEffect(() => {
    if (dragged === null) return undefined;
    const move = (event: PointerEvent) => {
      const rows = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect());
      const under = rows.findIndex(({ bottom }) => event.clientY < bottom);
      onMove(dragged, under === -1 ? rows.length - 1 : under);
    };
    const end = () => setDragged(null);
    addEventListener('pointermove', move);
    addEventListener('pointerup', end);
    addEventListener('pointercancel', end);
    return () => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', end);
      removeEventListener('pointercancel', end);
    };
  });
  const drag = (event: ReactPointerEvent, key: number) => {
    event.preventDefault();
    setDragged(key);
  };
  return { dragged, drag };
}

/** Gives the focus to a line's field once it is drawn. */
function useLineFocus() {
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<number | null>(null);
  const [, redraw] = useState(0);
  useEffect(() => {
    if (wanted.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-line="${wanted.current}"]`)?.focus();
    wanted.current = null;
  });
  const focus = (key: number) => {
    wanted.current = key;
    redraw((n) => n + 1);
  };
  return { list, focus };
}
