// What opens over a sheet's cell to change it: a field to type in, a list to pick from, or a panel of the column's own.
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { classes } from '../ui/classes.ts';
import { Popover } from '../ui/popover.tsx';
import { FieldEditor } from './field-editor.tsx';
import { PickList } from './pick-list.tsx';
import type { Refused } from './refusals.ts';
import type { CellAt, CellLink, SheetColumn } from './sheet-model.ts';

interface SheetEditorProps<Row> {
  row: Row;
  column: SheetColumn<Row>;
  /** The letter that began the edit replaces the value. */
  typed: string | null;
  /** What was refused here before, to be mended. */
  refused: Refused | undefined;
  cell: HTMLElement | null;
  /** Closes; `step` moves on from the cell (Enter down, Tab right), null stays. */
  onDone: (step: CellAt | null) => void;
  /** What was typed could not be kept, or (null) the cell has a value again. */
  onRefused: (refused: Refused | null) => void;
  onFollow: (link: CellLink) => void;
}

export function SheetEditor<Row>({ row, column, typed, refused, cell, onDone, onRefused, onFollow }: SheetEditorProps<Row>) {
  const { edit } = column;
  const close = () => onDone(null);
  if (!cell) return null;
  if (!column.isMenu && edit?.kind === 'text') {
    return <FieldEditor row={row} column={column} edit={edit} typed={typed} refused={refused} cell={cell} onDone={onDone} onRefused={onRefused} />;
  }
  if (!column.isMenu && edit?.kind === 'pick') {
    return (
      <Over cell={cell} label={column.title} onClose={close} isTight>
        <PickList
          label={column.title}
          options={edit.options}
          chosen={edit.chosen(row)}
          isMultiple={edit.isMultiple}
          typed={typed ?? refused?.text ?? ''}
          onChoose={(ids) => {
            onRefused(null);
            edit.commit(row, ids);
          }}
          onClose={close}
          {...(edit.create ? { create: { label: edit.create.label, run: (name: string) => edit.create?.run(row, name) } } : {})}
        />
      </Over>
    );
  }
  if (!column.isMenu && edit?.kind === 'panel') {
    return (
      <Over cell={cell} label={edit.label(row)} onClose={close}>
        {edit.shows(row, close)}
      </Over>
    );
  }
  return (
    <Over cell={cell} label={column.title} onClose={close} isTight>
      <LinkList
        label={column.title}
        links={column.links?.(row) ?? []}
        onFollow={(link) => {
          close();
          onFollow(link);
        }}
      />
    </Over>
  );
}

interface OverProps {
  cell: HTMLElement;
  label: string;
  onClose: () => void;
  /** A list brings its own margins. */
  isTight?: boolean;
  children: ReactNode;
}

/** Beside the cell, until Escape or a click elsewhere. */
function Over({ cell, label, onClose, isTight = false, children }: OverProps) {
  const anchor = useRef(cell);
  return (
    <Popover
      label={label}
      className={isTight ? 'sheet-tight' : undefined}
      triggerRef={anchor}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement="bottom start"
      offset={2}
    >
      {children}
    </Popover>
  );
}

interface LinkListProps {
  label: string;
  links: readonly CellLink[];
  onFollow: (link: CellLink) => void;
}

function LinkList({ label, links, onFollow }: LinkListProps) {
  return (
    <ListBox className="list" aria-label={label} autoFocus="first">
      {links.map((link) => (
        <ListBoxItem
          key={link.label}
          className={classes('list-item', link.isDanger && 'list-item-danger')}
          textValue={link.label}
          onAction={() => onFollow(link)}
        >
          {link.label}
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
