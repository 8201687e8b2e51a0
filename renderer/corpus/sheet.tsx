// A table to read and to edit in place, moved through with the arrows like a spreadsheet (WAI-ARIA's grid pattern).
import { ArrowDown, ArrowUp, MoreVertical } from 'lucide-react';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { corpusText } from '../../shared/i18n/corpus.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { SheetEditor } from './sheet-editor.tsx';
import { SheetRow } from './sheet-row.tsx';
import { actionIn, cellAfter, filteredRows, nextSorting, sortedRows } from './sheet-model.ts';
import type { CellAt, CellLink, SheetColumn, Sorting } from './sheet-model.ts';
import './sheet.css';

interface SheetProps<Row extends { readonly id: string }> {
  label: string;
  rows: readonly Row[];
  columns: readonly SheetColumn<Row>[];
  query: string;
  /** Stands in the head after the last column: the way to add one. */
  afterColumns?: ReactNode;
  isReadOnly: boolean;
}

/** Room for the button that adds a column, in CSS pixels. */
const AFTER_WIDTH = 110;

/** What is being changed, and the letter that began it. */
interface Editing {
  readonly rowId: string;
  readonly columnId: string;
  readonly typed: string | null;
}

export function Sheet<Row extends { readonly id: string }>({ label, rows, columns, query, afterColumns, isReadOnly }: SheetProps<Row>) {
  const { language } = useLanguage();
  const text = corpusText[language];
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [at, setAt] = useState<CellAt>({ row: 0, column: 0 });
  const [editing, setEditing] = useState<Editing | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const wantsFocus = useRef(false);
  const wasInCell = useRef(false);

  const shown = useMemo(() => sortedRows(filteredRows(rows, columns, query), columns, sorting, language), [rows, columns, query, sorting, language]);
  const active = { row: Math.min(at.row, Math.max(0, shown.length - 1)), column: Math.min(at.column, columns.length - 1) };
  const cellElement = (cell: CellAt) => table.current?.querySelector<HTMLElement>(`[data-cell="${cell.row}:${cell.column}"]`) ?? null;

  useLayoutEffect(() => {
    if (!wantsFocus.current || editing) return;
    wantsFocus.current = false;
    cellElement(active)?.focus();
  });

  const moveTo = (cell: CellAt) => {
    wantsFocus.current = true;
    setAt(cell);
  };
  const followLink = (rowId: string, link: CellLink) => {
    if ('go' in link) link.go();
    else setEditing({ rowId, columnId: link.edits, typed: null });
  };
  const act = (cell: CellAt, byEditKey: boolean, typed: string | null = null) => {
    const row = shown[cell.row];
    const column = columns[cell.column];
    if (!row || !column) return;
    const action = actionIn(column, row, byEditKey);
    const links = column.links?.(row) ?? [];
    if (action === 'follow' && links.length === 1 && links[0] && !column.isMenu) followLink(row.id, links[0]);
    else if (action === 'follow') setEditing({ rowId: row.id, columnId: column.id, typed: null });
    else if (isReadOnly) return;
    else if (action === 'toggle' && column.edit?.kind === 'check') column.edit.commit(row, column.value(row) !== true);
    else if (action === 'edit') setEditing({ rowId: row.id, columnId: column.id, typed });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (editing || event.altKey || event.metaKey || !(event.target instanceof HTMLElement) || !event.target.dataset['cell']) return;
    const next = cellAfter(event.key, event.ctrlKey, active, shown.length, columns.length);
    const isLetter = event.key.length === 1 && !event.ctrlKey && event.key !== ' ' && event.key !== '?';
    const edit = columns[active.column]?.edit;
    if (next) moveTo(next);
    else if (event.key === 'Enter' || event.key === ' ') act(active, false);
    else if (event.key === 'F2') act(active, true);
    else if (isLetter && edit?.kind === 'text') act(active, true, event.key);
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const cell = cellOf(event);
    if (!cell) return;
    setAt(cell);
    const kind = columns[cell.column]?.edit?.kind;
    const isLink = event.target instanceof HTMLElement && event.target.closest('.sheet-link') !== null;
    if (isLink || kind === 'check' || kind === 'choice' || kind === 'choices') act(cell, false);
    // A text or a date waits for a second click, so that the first can just point at it.
    else if (wasInCell.current) act(cell, true);
  };
  const finishEditing = (step: CellAt | null) => {
    setEditing(null);
    wantsFocus.current = true;
    if (step) setAt({ row: Math.min(shown.length - 1, active.row + step.row), column: Math.min(columns.length - 1, active.column + step.column) });
  };

  const edited = editing && { row: shown.find((row) => row.id === editing.rowId), column: columns.find((column) => column.id === editing.columnId) };
  return (
    <div className="sheet">
      <table
        ref={table}
        style={{ minWidth: columns.reduce((sum, column) => sum + column.width, AFTER_WIDTH) }}
        role="grid"
        aria-label={label}
        aria-rowcount={shown.length + 1}
        onKeyDown={onKeyDown}
        onMouseDown={(event) => {
          wasInCell.current = document.activeElement === cellElementUnder(event);
        }}
        onClick={onClick}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={{ width: column.width }} />
          ))}
          <col />
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.id} column={column} sorting={sorting} onSort={() => setSorting(nextSorting(sorting, column.id))} />
            ))}
            <th className="sheet-after">{isReadOnly ? null : afterColumns}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            <SheetRow key={row.id} row={row} index={index} columns={columns} activeColumn={active.row === index ? active.column : null} />
          ))}
        </tbody>
      </table>
      {shown.length === 0 ? <p className="sheet-none">{text.nothingMatches}</p> : null}
      {edited?.row && edited.column && editing ? (
        <SheetEditor
          key={`${editing.rowId} ${editing.columnId}`}
          row={edited.row}
          column={edited.column}
          typed={editing.typed}
          cell={cellElement({ row: shown.indexOf(edited.row), column: columns.indexOf(edited.column) })}
          onDone={finishEditing}
          onFollow={(link) => followLink(editing.rowId, link)}
        />
      ) : null}
    </div>
  );
}

function cellElementUnder(event: MouseEvent): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null;
}

function cellOf(event: MouseEvent): CellAt | null {
  const [row, column] = cellElementUnder(event)?.dataset['cell']?.split(':') ?? [];
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}

interface HeadProps<Row> {
  column: SheetColumn<Row>;
  sorting: Sorting | null;
  onSort: () => void;
}

function Head<Row>({ column, sorting, onSort }: HeadProps<Row>) {
  const text = useText(corpusText);
  const isSorted = sorting?.columnId === column.id;
  const Arrow = sorting?.isDescending ? ArrowDown : ArrowUp;
  if (column.isMenu) {
    return (
      <th scope="col">
        <span className="visually-hidden">{column.title}</span>
      </th>
    );
  }
  return (
    <th className={column.isNumber ? 'sheet-number' : undefined} aria-sort={isSorted ? (sorting.isDescending ? 'descending' : 'ascending') : 'none'} scope="col">
      <span className="sheet-head">
        <Button className="sheet-sort" onPress={onSort} aria-label={text.sortBy(column.title)}>
          <span className="sheet-sort-words">{column.title}</span>
          {isSorted ? <Arrow size={12} aria-hidden /> : null}
        </Button>
        {column.onRemove ? (
          <Menu trigger={<IconButton icon={MoreVertical} label={text.columnMenu(column.title)} size="small" />} label={text.columnMenu(column.title)}>
            <MenuItem label={text.removeColumn} onAction={column.onRemove} isDanger />
          </Menu>
        ) : null}
      </span>
    </th>
  );
}
