// A field over a cell: what is typed is read as the column reads, and stays where it was typed when it is refused.
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Refused } from './refusals.ts';
import { wordsIn } from './sheet-model.ts';
import type { CellAt, CellEdit, Reading, SheetColumn } from './sheet-model.ts';

interface FieldEditorProps<Row> {
  row: Row;
  column: SheetColumn<Row>;
  edit: Extract<CellEdit<Row>, { kind: 'text' }>;
  typed: string | null;
  refused: Refused | undefined;
  cell: HTMLElement;
  onDone: (step: CellAt | null) => void;
  onRefused: (refused: Refused | null) => void;
}

const NARROWEST = 160;

export function FieldEditor<Row>({ row, column, edit, typed, refused, cell, onDone, onRefused }: FieldEditorProps<Row>) {
  const value = wordsIn(column, row);
  const [text, setText] = useState(typed ?? refused?.text ?? value);
  const [sentence, setSentence] = useState(typed === null ? refused?.sentence : undefined);
  const input = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  const sentenceId = useId();
  // After the effects of a list that has just closed: while it is open nothing outside it takes the focus.
  useEffect(() => {
    input.current?.focus();
    if (typed === null) input.current?.select();
  }, [typed]);

  const leave = (step: CellAt | null) => {
    isOver.current = true;
    onDone(step);
  };
  /** `isStaying`: a value that is refused keeps the field open; else it waits in its cell. */
  const finish = (step: CellAt | null, isStaying: boolean) => {
    if (isOver.current) return;
    const reading = readingOf(text.trim(), edit);
    if (reading === null || (text.trim() === value && !refused)) leave(step);
    else if ('value' in reading) {
      leave(step);
      onRefused(null);
      void edit.commit(row, reading.value).then((no) => no !== null && onRefused({ text, sentence: no }));
    } else if (isStaying) setSentence(reading.refused);
    else {
      leave(step);
      onRefused({ text, sentence: reading.refused });
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') leave(null);
    else if (event.key === 'Enter') finish({ row: event.shiftKey ? -1 : 1, column: 0 }, true);
    else if (event.key === 'Tab') finish({ row: 0, column: event.shiftKey ? -1 : 1 }, true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  // Positioned within the scrolled sheet, so that it moves with its cell.
  const place = { left: cell.offsetLeft, width: Math.max(cell.offsetWidth, NARROWEST) };
  return (
    <>
      <input
        ref={input}
        className="sheet-input"
        aria-label={column.title}
        aria-invalid={sentence !== undefined}
        aria-describedby={sentence === undefined ? undefined : sentenceId}
        placeholder={edit.example}
        value={text}
        style={{ ...place, top: cell.offsetTop, height: cell.offsetHeight }}
        onChange={(event) => {
          setText(event.target.value);
          setSentence(undefined);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => finish(null, false)}
      />
      {sentence === undefined ? null : <CellSentence id={sentenceId} cell={cell} sentence={sentence} />}
    </>
  );
}

/** Null where nothing is to be written: a name is never emptied. */
function readingOf<Row>(text: string, edit: Extract<CellEdit<Row>, { kind: 'text' }>): Reading | null {
  if (text === '') return edit.isRequired ? null : { value: '' };
  return edit.reads?.(text) ?? { value: text };
}

/** Why the value was refused, under its cell. */
export function CellSentence({ id, cell, sentence }: { id?: string; cell: HTMLElement; sentence: string }) {
  return (
    <p id={id} className="sheet-sentence" role="status" style={{ left: cell.offsetLeft, top: cell.offsetTop + cell.offsetHeight + 2 }}>
      {sentence}
    </p>
  );
}
