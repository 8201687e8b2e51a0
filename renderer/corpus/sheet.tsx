// A table to read and to edit in place, moved through with the arrows like a spreadsheet (WAI-ARIA's grid pattern).
import { Fragment, useRef } from 'react';
import type { RefObject } from 'react';
import { corpusText } from '../../shared/i18n/corpus.ts';
import { useText } from '../ui/language.tsx';
import { placesDrawn, useLinesInView } from '../ui/use-lines-in-view.ts';
import { CellSentence } from './field-editor.tsx';
import { SheetEditor } from './sheet-editor.tsx';
import { SheetHead } from './sheet-head.tsx';
import { SheetRow } from './sheet-row.tsx';
import { pinnedAt } from './sheet-model.ts';
import type { SheetColumn } from './sheet-model.ts';
import { useSheet } from './use-sheet.ts';
import type { SheetInput } from './use-sheet.ts';
import './sheet.css';

interface SheetProps<Row extends { readonly id: string }> extends SheetInput<Row> {
  readonly label: string;
}

/** Height of every line, as sheet.css has it. Pixels. */
const LINE = 30;
/** Sheets of a few screens are drawn whole. */
const WHOLE_UP_TO = 80;

/** How far columns stretch in a large window: further, and a row can no longer be followed with the eye. */
const WIDEST = 1.35;

/** Which lines are drawn; `others` are, wherever they stand. */
function useDrawnLines(count: number, others: readonly number[]) {
  const lines = useRef<HTMLTableSectionElement>(null);
  const inView = useLinesInView(lines, count);
  const isLong = count > WHOLE_UP_TO;
  return { lines, isLong, drawn: placesDrawn(isLong ? inView : { first: 0, end: count }, count, others) };
}

export function Sheet<Row extends { readonly id: string }>({ label, ...input }: SheetProps<Row>) {
  const text = useText(corpusText);
  const { columns, isReadOnly } = input;
  const sheet = useSheet(input);
  const { table, shown, active, edited, sorting } = sheet;
  const { lines, drawn, isLong } = useDrawnLines(shown.length, [active.row, edited?.at.row ?? active.row]);
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <div className="sheet" data-scrolls>
      <table
        ref={table}
        className={isLong ? 'sheet-long' : undefined}
        style={{ minWidth: width, width: `min(100%, ${width * WIDEST}px)` }}
        role="grid"
        aria-label={label}
        aria-multiselectable
        aria-readonly={isReadOnly}
        aria-rowcount={shown.length + 1}
        aria-colcount={columns.length}
        {...sheet.handlers}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={{ width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column, index) => (
              <SheetHead
                key={column.id}
                column={column}
                pinned={pinnedAt(columns, index)}
                sorting={sorting}
                onSort={sheet.sortBy}
                onSorting={sheet.setSorting}
              />
            ))}
          </tr>
        </thead>
        <Lines lines={lines} drawn={drawn} sheet={sheet} columns={columns} isReadOnly={isReadOnly} />
      </table>
      {shown.length === 0 ? <p className="sheet-none">{text.nothingMatches}</p> : null}
      <OverCell sheet={sheet} columns={columns} />
    </div>
  );
}

interface LinesProps<Row extends { readonly id: string }> {
  lines: RefObject<HTMLTableSectionElement | null>;
  /** Places of the rows to draw, in order. */
  drawn: readonly number[];
  sheet: ReturnType<typeof useSheet<Row>>;
  columns: readonly SheetColumn<Row>[];
  isReadOnly: boolean;
}

function Lines<Row extends { readonly id: string }>({ lines, drawn, sheet, columns, isReadOnly }: LinesProps<Row>) {
  const { shown, active, selected, refusals } = sheet;
  return (
    <tbody ref={lines}>
      {drawn.map((index, at) => {
        const row = shown[index] as Row;
        return (
          <Fragment key={row.id}>
            <Gap lines={index - (drawn[at - 1] ?? -1) - 1} />
            <SheetRow
              row={row}
              index={index}
              columns={columns}
              isReadOnly={isReadOnly}
              activeColumn={active.row === index ? active.column : null}
              refused={refusals.get(row.id)}
              {...(selected && selected.top <= index && index <= selected.bottom ? { selectedFrom: selected.left, selectedTo: selected.right } : {})}
            />
          </Fragment>
        );
      })}
      <Gap lines={shown.length - 1 - (drawn.at(-1) ?? -1)} />
    </tbody>
  );
}

/** The room of lines that are not drawn. */
function Gap({ lines }: { lines: number }) {
  return lines > 0 ? <tr role="presentation" style={{ height: lines * LINE }} /> : null;
}

interface OverCellProps<Row extends { readonly id: string }> {
  sheet: ReturnType<typeof useSheet<Row>>;
  columns: readonly SheetColumn<Row>[];
}

/** What stands over the active cell: its editor, or the sentence of the value that was refused there. */
function OverCell<Row extends { readonly id: string }>({ sheet, columns }: OverCellProps<Row>) {
  const { shown, active, edited, refusals, refusedHere, cellElement } = sheet;
  if (!edited) {
    const cell = refusedHere ? cellElement(active) : null;
    return cell && refusedHere ? <CellSentence cell={cell} sentence={refusedHere.sentence} /> : null;
  }
  const row = shown[edited.at.row];
  const column = columns[edited.at.column];
  if (!row || !column) return null;
  return (
    <SheetEditor
      key={`${edited.rowId} ${edited.columnId}`}
      row={row}
      column={column}
      typed={edited.typed}
      refused={refusals.get(edited.rowId)?.get(edited.columnId)}
      cell={cellElement(edited.at)}
      onDone={sheet.finishEditing}
      onRefused={(refused) => (refused ? sheet.refuse(edited, refused) : sheet.letGo(edited))}
      onFollow={(link) => sheet.followLink(edited.rowId, link)}
    />
  );
}
