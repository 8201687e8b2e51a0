// A table to read and to edit in place, moved through with the arrows like a spreadsheet (WAI-ARIA's grid pattern).
import { ArrowDown, ArrowUp, MoreVertical } from 'lucide-react';
import { Button } from 'react-aria-components';
import { corpusText } from '../../shared/i18n/corpus.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { SheetEditor } from './sheet-editor.tsx';
import { SheetRow } from './sheet-row.tsx';
import type { SheetColumn, Sorting } from './sheet-model.ts';
import { useSheet } from './use-sheet.ts';
import type { SheetInput } from './use-sheet.ts';
import './sheet.css';

interface SheetProps<Row extends { readonly id: string }> extends SheetInput<Row> {
  readonly label: string;
}

/** How far columns stretch in a large window: further, and a row can no longer be followed with the eye. */
const WIDEST = 1.35;

export function Sheet<Row extends { readonly id: string }>({ label, ...input }: SheetProps<Row>) {
  const text = useText(corpusText);
  const { columns } = input;
  const { table, shown, active, selected, sorting, sortBy, edited, cellElement, followLink, finishEditing, handlers } = useSheet(input);
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const editedRow = edited && shown[edited.at.row];
  const editedColumn = edited && columns[edited.at.column];
  return (
    <div className="sheet">
      <table
        ref={table}
        style={{ minWidth: width, width: `min(100%, ${width * WIDEST}px)` }}
        role="grid"
        aria-label={label}
        aria-multiselectable
        aria-rowcount={shown.length + 1}
        {...handlers}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={{ width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.id} column={column} sorting={sorting} onSort={() => sortBy(column.id)} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            <SheetRow
              key={row.id}
              row={row}
              index={index}
              columns={columns}
              activeColumn={active.row === index ? active.column : null}
              {...(selected && selected.top <= index && index <= selected.bottom ? { selectedFrom: selected.left, selectedTo: selected.right } : {})}
            />
          ))}
        </tbody>
      </table>
      {shown.length === 0 ? <p className="sheet-none">{text.nothingMatches}</p> : null}
      {edited && editedRow && editedColumn ? (
        <SheetEditor
          key={`${edited.rowId} ${edited.columnId}`}
          row={editedRow}
          column={editedColumn}
          typed={edited.typed}
          cell={cellElement(edited.at)}
          onDone={finishEditing}
          onFollow={(link) => followLink(edited.rowId, link)}
        />
      ) : null}
    </div>
  );
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
    <th
      className={column.isNumber ? 'sheet-number' : undefined}
      aria-sort={isSorted ? (sorting.isDescending ? 'descending' : 'ascending') : 'none'}
      scope="col"
    >
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
