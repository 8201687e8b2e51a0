// What opens over a sheet's cell to change it: a field for text and dates, a list for choices and links.
import { Check } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { classes } from '../ui/classes.ts';
import type { CellAt, CellEdit, CellLink, SheetColumn, SheetOption } from './sheet-model.ts';
import '../ui/popover.css';

interface SheetEditorProps<Row> {
  row: Row;
  column: SheetColumn<Row>;
  /** The letter that began the edit replaces the value. */
  typed: string | null;
  cell: HTMLElement | null;
  /** Closes; `step` moves on from the cell (Enter down, Tab right), null stays. */
  onDone: (step: CellAt | null) => void;
  onFollow: (link: CellLink) => void;
}

export function SheetEditor<Row>({ row, column, typed, cell, onDone, onFollow }: SheetEditorProps<Row>) {
  if (!cell) return null;
  if (column.isMenu)
    return <LinkList label={column.title} links={column.links?.(row) ?? []} cell={cell} onFollow={onFollow} onClose={() => onDone(null)} />;
  const { edit } = column;
  if (edit?.kind === 'text' || edit?.kind === 'date') {
    const value = column.value(row);
    return (
      <FieldEditor
        kind={edit.kind}
        label={column.title}
        value={value === null ? '' : String(value)}
        typed={typed}
        cell={cell}
        onDone={onDone}
        onCommit={(next) => commitField(edit, row, next)}
      />
    );
  }
  if (edit?.kind === 'choice') {
    const current = column.value(row);
    const chosen = edit.options.filter((option) => option.label === current || option.id === current).map((option) => option.id);
    return (
      <ListEditor
        label={column.title}
        cell={cell}
        options={edit.options}
        chosen={chosen}
        isMultiple={false}
        onChoose={(ids) => edit.commit(row, ids[0] ?? '')}
        onClose={() => onDone(null)}
      />
    );
  }
  if (edit?.kind === 'choices') {
    return (
      <ListEditor
        label={column.title}
        cell={cell}
        options={edit.options}
        chosen={edit.chosen(row)}
        isMultiple
        onChoose={(ids) => edit.commit(row, ids)}
        onClose={() => onDone(null)}
      />
    );
  }
  return <LinkList label={column.title} links={column.links?.(row) ?? []} cell={cell} onFollow={onFollow} onClose={() => onDone(null)} />;
}

function commitField<Row>(edit: Extract<CellEdit<Row>, { kind: 'text' | 'date' }>, row: Row, value: string): void {
  if (edit.kind === 'text' && edit.isRequired && value.trim() === '') return;
  edit.commit(row, value.trim());
}

interface FieldEditorProps {
  kind: 'text' | 'date';
  label: string;
  value: string;
  typed: string | null;
  cell: HTMLElement;
  onCommit: (value: string) => void;
  onDone: (step: CellAt | null) => void;
}

function FieldEditor({ kind, label, value, typed, cell, onCommit, onDone }: FieldEditorProps) {
  const [text, setText] = useState(typed ?? value);
  const input = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  // After the effects of a list that has just closed: while it is open nothing outside it takes the focus.
  useEffect(() => {
    input.current?.focus();
    if (typed === null && kind === 'text') input.current?.select();
  }, [typed, kind]);

  const finish = (isKept: boolean, step: CellAt | null) => {
    if (isOver.current) return;
    isOver.current = true;
    if (isKept && text !== value) onCommit(text);
    onDone(step);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') finish(false, null);
    else if (event.key === 'Enter') finish(true, { row: 1, column: 0 });
    else if (event.key === 'Tab' && !event.shiftKey) finish(true, { row: 0, column: 1 });
    else return;
    event.preventDefault();
  };
  // Positioned within the scrolled sheet, so that it moves with its cell.
  return (
    <input
      ref={input}
      className="sheet-input"
      type={kind}
      aria-label={label}
      value={text}
      style={{
        left: cell.offsetLeft,
        top: cell.offsetTop,
        width: Math.max(cell.offsetWidth, kind === 'date' ? 140 : 160),
        height: cell.offsetHeight,
      }}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => finish(true, null)}
    />
  );
}

interface ListEditorProps {
  label: string;
  cell: HTMLElement;
  options: readonly SheetOption[];
  chosen: readonly string[];
  isMultiple: boolean;
  onChoose: (ids: string[]) => void;
  onClose: () => void;
}

function ListEditor({ label, cell, options, chosen, isMultiple, onChoose, onClose }: ListEditorProps) {
  const anchor = useRef(cell);
  return (
    <Popover className="popover" triggerRef={anchor} isOpen onOpenChange={(open) => !open && onClose()} placement="bottom start" offset={2}>
      <ListBox
        className="list"
        aria-label={label}
        autoFocus={chosen.length > 0 ? true : 'first'}
        escapeKeyBehavior="none"
        selectionMode={isMultiple ? 'multiple' : 'single'}
        disallowEmptySelection={!isMultiple}
        selectedKeys={chosen}
        onSelectionChange={(keys) => {
          onChoose(keys === 'all' ? options.map((option) => option.id) : [...keys].map(String));
          if (!isMultiple) onClose();
        }}
      >
        {options.map((option) => (
          <ListBoxItem key={option.id} id={option.id} className="list-item" textValue={option.label}>
            {({ isSelected }) => (
              <>
                <span className="list-item-label">{option.label}</span>
                {isSelected ? <Check size={14} className="list-item-check" aria-hidden /> : null}
              </>
            )}
          </ListBoxItem>
        ))}
      </ListBox>
    </Popover>
  );
}

interface LinkListProps {
  label: string;
  links: readonly CellLink[];
  cell: HTMLElement;
  onFollow: (link: CellLink) => void;
  onClose: () => void;
}

function LinkList({ label, links, cell, onFollow, onClose }: LinkListProps) {
  const anchor = useRef(cell);
  return (
    <Popover className="popover" triggerRef={anchor} isOpen onOpenChange={(open) => !open && onClose()} placement="bottom start" offset={2}>
      <ListBox className="list" aria-label={label} autoFocus="first">
        {links.map((link) => (
          <ListBoxItem
            key={link.label}
            className={classes('list-item', link.isDanger && 'list-item-danger')}
            textValue={link.label}
            onAction={() => {
              onClose();
              onFollow(link);
            }}
          >
            {link.label}
          </ListBoxItem>
        ))}
      </ListBox>
    </Popover>
  );
}
