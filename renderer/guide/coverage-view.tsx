// What each interview answered: a table of questions by interviews, its cells the deeper the longer the answer.
import { ListChecks } from 'lucide-react';
import { Fragment, useMemo, useRef, useState } from 'react';
import type { CSSProperties, RefObject } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Codebook } from '../../shared/domain/category.ts';
import type { Guide, GuideCoverage } from '../../shared/domain/guide.ts';
import { citationCode } from '../../shared/domain/source.ts';
import type { SourceSummary } from '../../shared/domain/source.ts';
import { guideText } from '../../shared/i18n/guide.ts';
import { categoryIndex } from '../reader/category-index.ts';
import type { CategoryIndex } from '../reader/category-index.ts';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { useText } from '../ui/language.tsx';
import { AnswerPopover } from './answer-popover.tsx';
import { coverageTable, firstCovered, neighbour, tintOf } from './coverage-model.ts';
import type { CellPlace, CoverageColumn, CoverageRow, CoverageTable } from './coverage-model.ts';
import { FedChips } from './fed-chips.tsx';

interface CoverageViewProps {
  guide: Guide;
  sources: readonly SourceSummary[];
  coverage: GuideCoverage;
  codebook: Codebook;
  onMatches: (sourceId?: string) => void;
}

export function CoverageView({ guide, sources, coverage, codebook, onMatches }: CoverageViewProps) {
  const text = useText(guideText);
  const table = useMemo(() => coverageTable(guide, sources, coverage), [guide, sources, coverage]);
  const index = useMemo(() => categoryIndex(codebook), [codebook]);
  if (table.covering === 0) {
    const waiting = coverage.waiting.reduce((sum, { proposals }) => sum + proposals, 0);
    return (
      <EmptyState
        icon={ListChecks}
        title={text.noCoverageTitle}
        text={text.noCoverageText(waiting)}
        actions={
          <Button variant="primary" onPress={() => onMatches()}>
            {text.goMatches}
          </Button>
        }
      />
    );
  }
  return <Table guide={guide} table={table} index={index} onMatches={onMatches} />;
}

interface TableProps {
  guide: Guide;
  table: CoverageTable;
  index: CategoryIndex;
  onMatches: (sourceId?: string) => void;
}

/** One cell can be reached with Tab; arrows lead to the others. */
function useCellWalk(table: CoverageTable) {
  const root = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<CellPlace | null>(null);
  const isCovered = place !== null && (table.rows[place.row]?.cells[place.column] ?? null) !== null;
  const active = isCovered ? place : firstCovered(table);
  const follow = (from: CellPlace, key: string) => {
    const next = neighbour(table, from, key);
    if (next) root.current?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"] button`)?.focus();
  };
  return { root, active, setPlace, follow };
}

function Table({ guide, table, index, onMatches }: TableProps) {
  const text = useText(guideText);
  const walk = useCellWalk(table);
  const [open, setOpen] = useState<CellPlace | null>(null);
  const anchor = useRef<HTMLElement | null>(null);
  const show = (place: CellPlace, element: HTMLElement | null) => {
    anchor.current = element;
    setOpen(place);
  };
  return (
    <div className="guide-coverage" data-panel>
      <div className="guide-coverage-scroll" ref={walk.root}>
        <table className="guide-table" aria-label={text.coverageOf(guide.title)}>
          <Head columns={table.columns} onMatches={onMatches} />
          <tbody>
            {table.rows.map((row, at) => (
              <Fragment key={row.question.id}>
                {row.isFirst && row.theme.name !== '' ? (
                  <tr className="guide-table-theme">
                    <th scope="rowgroup" colSpan={table.columns.length + 3}>
                      <span>{row.theme.name}</span>
                    </th>
                  </tr>
                ) : null}
                <Row
                  row={row}
                  at={at}
                  table={table}
                  index={index}
                  active={walk.active?.row === at ? walk.active.column : null}
                  onFocus={(column) => walk.setPlace({ row: at, column })}
                  onArrow={(column, key) => walk.follow({ row: at, column }, key)}
                  onOpen={(column, element) => show({ row: at, column }, element)}
                />
              </Fragment>
            ))}
          </tbody>
          <Foot table={table} />
        </table>
      </div>
      <p className="guide-foot">{text.legend}</p>
      {open ? <OpenAnswer table={table} place={open} anchor={anchor} index={index} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}

function Head({ columns, onMatches }: { columns: readonly CoverageColumn[]; onMatches: (sourceId: string) => void }) {
  const text = useText(guideText);
  return (
    <thead>
      <tr>
        <th scope="col" className="guide-table-question">
          {text.question}
        </th>
        {columns.map((column) => (
          <ColumnHead key={column.source.id} column={column} onMatches={onMatches} />
        ))}
        <th scope="col" className="guide-table-total">
          {text.interviews}
        </th>
        <th scope="col" className="guide-table-fed">
          {text.feeds}
        </th>
      </tr>
    </thead>
  );
}

function Foot({ table: { columns, covering } }: { table: CoverageTable }) {
  const text = useText(guideText);
  return (
    <tfoot>
      <tr>
        <th scope="row" className="guide-table-question">
          {text.questionsCovered}
        </th>
        {columns.map(({ source, questions }) => (
          <td key={source.id} className="guide-table-sum number">
            {questions === 0 ? <span className="guide-table-none">–</span> : text.number(questions)}
          </td>
        ))}
        <td colSpan={2} className="guide-table-sum">
          {text.covered(covering, columns.length)}
        </td>
      </tr>
    </tfoot>
  );
}

interface OpenAnswerProps {
  table: CoverageTable;
  place: CellPlace;
  anchor: RefObject<HTMLElement | null>;
  index: CategoryIndex;
  onClose: () => void;
}

/** The crossing may go while it is open: undo, another window. */
function OpenAnswer({ table, place, anchor, index, onClose }: OpenAnswerProps) {
  const row = table.rows[place.row];
  const cell = row?.cells[place.column];
  const source = table.columns[place.column]?.source;
  return row && cell && source ? <AnswerPopover anchor={anchor} row={row} cell={cell} source={source} index={index} onClose={onClose} /> : null;
}

function ColumnHead({ column: { source, questions, waiting }, onMatches }: { column: CoverageColumn; onMatches: (sourceId: string) => void }) {
  const text = useText(guideText);
  const state = waiting > 0 ? text.toConfirm(waiting) : questions === 0 ? text.notLookedAt : text.confirmedCount(questions);
  return (
    <th scope="col" className={classes('guide-table-source', questions === 0 && 'guide-table-untouched')}>
      <AriaButton className="guide-table-code" aria-label={`${source.name}, ${state}`} onPress={() => onMatches(source.id)}>
        <span title={`${source.name} – ${state}`}>{citationCode(source.name)}</span>
        {waiting > 0 ? <span className="guide-waiting number">{text.number(waiting)}</span> : null}
      </AriaButton>
    </th>
  );
}

interface RowProps {
  row: CoverageRow;
  at: number;
  table: CoverageTable;
  index: CategoryIndex;
  /** The column that Tab reaches, if it is in this row. */
  active: number | null;
  onFocus: (column: number) => void;
  onArrow: (column: number, key: string) => void;
  onOpen: (column: number, element: HTMLElement | null) => void;
}

function Row({ row, at, table, index, active, onFocus, onArrow, onOpen }: RowProps) {
  const text = useText(guideText);
  const cells = useRef<(HTMLButtonElement | null)[]>([]);
  return (
    <tr className={classes(row.interviews === 0 && 'guide-table-never')}>
      <th scope="row" className="guide-table-question">
        <span className="guide-number number">{row.number}.</span> {row.question.text}
      </th>
      {row.cells.map((cell, column) => {
        const source = table.columns[column]?.source;
        if (!source) return null;
        return (
          <td key={source.id} className="guide-table-cell" data-cell={`${at} ${column}`}>
            {cell ? (
              <AriaButton
                ref={(element) => {
                  cells.current[column] = element;
                }}
                className="guide-cell number"
                style={{ '--guide-tint': `${tintOf(cell.words, table.mostWords)}%` } as CSSProperties}
                aria-label={text.cell(row.number, source.name, cell.words)}
                excludeFromTabOrder={active !== column}
                onFocus={() => onFocus(column)}
                onKeyDown={(event) => {
                  if (event.key.startsWith('Arrow')) onArrow(column, event.key);
                  else event.continuePropagation();
                }}
                onPress={() => onOpen(column, cells.current[column] ?? null)}
              >
                {text.number(cell.words)}
              </AriaButton>
            ) : null}
          </td>
        );
      })}
      <td className="guide-table-total number">
        {row.interviews === 0 ? <span className="guide-table-none">{text.neverAsked}</span> : text.coveredShort(row.interviews, table.columns.length)}
      </td>
      <td className="guide-table-fed">
        <FedChips fed={row.fed} index={index} />
      </td>
    </tr>
  );
}
