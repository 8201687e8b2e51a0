// A grid written by hand: its title, then its categories line by line as in an outline; kept in one act.
import { useEffect, useRef, useState } from 'react';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { codebookText } from '../../shared/i18n/codebook.ts';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import { TextField } from '../ui/text-field.tsx';
import { doubledNames, indented, withLineAfter, withPasted, withoutLine } from './grid-outline.ts';
import type { OutlineLine } from './grid-outline.ts';

interface NewGridProps {
  onCreate: (title: string, lines: readonly OutlineLine[]) => Promise<boolean>;
  onClose: () => void;
}

export function NewGrid({ onCreate, onClose }: NewGridProps) {
  const words = useText(codebookText);
  const [title, setTitle] = useState('');
  const [lines, setLines] = useState<readonly OutlineLine[]>([{ id: 0, name: '', depth: 0 }]);
  const doubled = doubledNames(lines);
  const canCreate = title.trim() !== '' && doubled.size === 0;
  return (
    <form
      className="codebook-card codebook-new"
      onSubmit={(event) => {
        event.preventDefault();
        if (canCreate) void onCreate(title, lines);
      }}
    >
      <h2>{words.newGridTitle}</h2>
      <TextField label={words.newGridName} placeholder={words.newGridNamePlaceholder} value={title} onChange={setTitle} autoFocus maxLength={300} />
      <fieldset className="codebook-lines">
        <legend className="field-label">{words.newGridLines}</legend>
        <Outline lines={lines} doubled={doubled} onChange={setLines} />
        <p className="field-hint">{words.newGridHint}</p>
      </fieldset>
      <div className="codebook-card-acts">
        <Button onPress={onClose}>{words.cancel}</Button>
        <Button type="submit" variant="primary" isDisabled={!canCreate}>
          {words.createGrid}
        </Button>
      </div>
    </form>
  );
}

interface OutlineProps {
  lines: readonly OutlineLine[];
  doubled: ReadonlySet<number>;
  onChange: (lines: readonly OutlineLine[]) => void;
}

function Outline({ lines, doubled, onChange }: OutlineProps) {
  const words = useText(codebookText);
  const root = useRef<HTMLOListElement>(null);
  const focused = useRef<number | null>(null);
  const nextId = useRef(1);
  useEffect(() => {
    if (focused.current === null) return;
    root.current?.querySelectorAll('input')[focused.current]?.focus();
    focused.current = null;
  }, [lines]);

  const focusLine = (at: number) => root.current?.querySelectorAll('input')[at]?.focus();
  const apply = (changed: readonly OutlineLine[], focus: number) => {
    focused.current = focus;
    onChange(changed);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, at: number) => {
    if (event.nativeEvent.isComposing) return;
    const changed = changeByKey(event, lines, at, () => nextId.current++);
    if (changed) {
      event.preventDefault();
      apply(changed.lines, changed.focus);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      focusLine(at + (event.key === 'ArrowDown' ? 1 : -1));
    }
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>, at: number) => {
    const text = event.clipboardData.getData('text');
    if (!text.trim().includes('\n')) return;
    event.preventDefault();
    const changed = withPasted(lines, at, text, nextId.current);
    nextId.current += changed.length;
    apply(changed, at + changed.length - lines.length);
  };
  return (
    <ol className="codebook-outline" ref={root}>
      {lines.map((line, at) => (
        <li key={line.id} style={{ paddingInlineStart: `${line.depth * 20}px` }}>
          <input
            className={classes('codebook-line', line.depth === 0 && 'codebook-line-top', doubled.has(line.id) && 'codebook-line-doubled')}
            aria-label={words.newGridLine(at + 1, line.depth + 1)}
            aria-invalid={doubled.has(line.id)}
            placeholder={at === 0 ? words.newGridFirst : words.newGridNext}
            title={doubled.has(line.id) ? words.doubled : undefined}
            maxLength={300}
            value={line.name}
            onChange={(event) => onChange(lines.map((each) => (each.id === line.id ? { ...each, name: event.target.value } : each)))}
            onKeyDown={(event) => onKeyDown(event, at)}
            onPaste={(event) => onPaste(event, at)}
          />
          {doubled.has(line.id) ? <span className="field-error">{words.doubled}</span> : null}
        </li>
      ))}
    </ol>
  );
}

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** What a key does to the lines; undefined where it keeps its usual meaning (Tab where no level is left: the next field). */
function changeByKey(
  event: Pressed,
  lines: readonly OutlineLine[],
  at: number,
  newId: () => number,
): { lines: readonly OutlineLine[]; focus: number } | undefined {
  const line = lines[at];
  if (!line) return undefined;
  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
    return line.name.trim() === '' ? undefined : { lines: withLineAfter(lines, at, newId()), focus: at + 1 };
  }
  if (event.key === 'Tab') {
    const changed = indented(lines, at, event.shiftKey ? -1 : 1);
    return changed.every((each, index) => each.depth === lines[index]?.depth) ? undefined : { lines: changed, focus: at };
  }
  if (event.key === 'Backspace' && line.name === '' && lines.length > 1) return { lines: withoutLine(lines, at), focus: Math.max(0, at - 1) };
  return undefined;
}
