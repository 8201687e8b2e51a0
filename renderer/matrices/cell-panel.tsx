// The open cell: its claim (the synthesis) and its rating, the verbatims that carry it, and what the researcher remarks on it.
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { MemberCard } from '../../shared/domain/cell-card.ts';
import type { MatrixDefinition, MatrixTable } from '../../shared/domain/matrix.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { matrixCellsText } from '../../shared/i18n/matrix-cells.ts';
import { useOpenTarget } from '../memos/use-open-target.ts';
import { useProject } from '../project.tsx';
import { CaseChip } from '../ui/case-chip.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { useQuery } from '../ui/use-query.ts';
import type { WrittenTextHandle } from '../writing/written-text-editor.tsx';
import { CellBalance } from './cell-balance.tsx';
import type { CellChoice } from './cell-choice.ts';
import { NO_FILTER, withMark } from './cell-filter.ts';
import { CellFlag } from './cell-flag.tsx';
import { gatheredBlocks } from './cell-gather.ts';
import { CellMembers } from './cell-members.tsx';
import { CellMemos } from './cell-memos.tsx';
import './cell-panel.css';
import { CellPassages } from './cell-passages.tsx';
import { CellPinned } from './cell-pinned.tsx';
import type { OpenCell } from './cell-place.ts';
import { CellRating } from './cell-rating.tsx';
import { CellRemark } from './cell-remark.tsx';
import { CellSynthesis } from './cell-synthesis.tsx';
import { citedQuote } from './citation.ts';
import { hasOnlyInterviews } from './frame.ts';
import type { ProjectFrame } from './frame.ts';
import type { CaseTint } from './header-name.tsx';
import { crossingKeys, crossingTitle, findCell, findCellByKey, sameCellInCases } from './table-cells.ts';
import type { FoundCell } from './table-cells.ts';
import { useKeysIn } from './use-keys-in.ts';

interface CellPanelProps {
  table: MatrixTable;
  definition: MatrixDefinition;
  frame: ProjectFrame;
  cases: ReadonlyMap<string, CaseTint>;
  choice: CellChoice;
  /** Counts up when the keyboard asked for the panel: the focus then follows. */
  focusRequest: number;
  onChoose: (choice: CellChoice) => void;
  onClose: () => void;
  /** Gives the focus back to the table. */
  onLeave: () => void;
}

export function CellPanel(props: CellPanelProps) {
  const { table, definition, frame, cases, choice, focusRequest, onChoose, onClose, onLeave } = props;
  const words = useText(matrixCellsText);
  const { project } = useProject();
  const panel = useRef<HTMLDivElement>(null);
  const { rowKey, columnKey, categoryId } = choice;
  const found = findCell(table, rowKey, columnKey);
  const { data } = useQuery('matrix.cell', found ? { definition, rowKey, columnKey } : null);
  useEffect(() => {
    if (focusRequest > 0) panel.current?.focus();
  }, [focusRequest]);
  useKeysIn(panel, ({ key }) => key === 'Escape' && onLeave());
  if (!found) return null;
  const { cell, rowHeader, columnHeader } = found;
  const title = crossingTitle(rowHeader, columnHeader);
  const place = { definition, rowKey, columnKey, entityKeys: crossingKeys(rowHeader, columnHeader), title };
  return (
    <div ref={panel} className="matrices-panel" tabIndex={-1} role="region" aria-label={title} aria-description={words.panelKeys}>
      <div className="matrices-panel-head">
        <h2 className="matrices-panel-title">{title}</h2>
        <IconButton icon={X} label={words.closeCell} size="small" onPress={onClose} />
      </div>
      <Counts found={found} frame={frame} />
      <CasesOfCell table={table} found={found} cases={cases} onChoose={(to) => onChoose({ ...to, categoryId })} />
      {data?.key === cell.key ? (
        <CellContents
          key={cell.key}
          {...props}
          place={place}
          card={data}
          isReadOnly={project?.isReadOnly === true}
          panel={panel}
          onMember={({ key }) => {
            const there = findCellByKey(table, key);
            if (there) onChoose({ rowKey: there.rowHeader.key, columnKey: there.columnHeader.key });
            return there !== null;
          }}
        />
      ) : null}
    </div>
  );
}

interface CellContentsProps extends OpenCell, CellPanelProps {
  panel: RefObject<HTMLElement | null>;
  /** False where this table does not show the member's cell. */
  onMember: (member: MemberCard) => boolean;
}

/** To be keyed by the cell. */
function CellContents({ place, card, isReadOnly, frame, choice, panel, onMember, onChoose, onLeave }: CellContentsProps) {
  const words = useText(matrixCellsText);
  const { project } = useProject();
  const notify = useNotify();
  const open = useOpenTarget();
  const editor = useRef<WrittenTextHandle>(null);
  const { unitKey = null } = choice;
  const [filter, setFilter] = useState({ ...NO_FILTER, unitKey });
  const [pressed, setPressed] = useState(unitKey);
  // another name of the same cell was pressed
  if (pressed !== unitKey) {
    setPressed(unitKey);
    setFilter({ ...NO_FILTER, unitKey });
  }
  const cell = { place, card, isReadOnly };
  const language = project?.language ?? 'fr';
  const insert = (quote: Parameters<typeof citedQuote>[0] & { passageId: string }) =>
    editor.current?.putLink({ kind: 'passage', id: quote.passageId, words: citedQuote(quote, language) });
  return (
    <>
      <CellBalance balance={card.stance} chosen={filter.stance} onChoose={(stance) => setFilter({ ...filter, stance })} />
      <CellFlag {...cell} onShow={(mark) => setFilter(withMark(NO_FILTER, mark))} />
      <CellSynthesis ref={editor} {...cell} onLeave={onLeave} />
      <CellRating {...cell} panel={panel} />
      <CellMembers
        members={card.members}
        isReadOnly={isReadOnly}
        onOpen={(member) => {
          if (!onMember(member)) void open({ kind: 'cell', id: member.key });
        }}
        onGather={(members) => {
          editor.current?.append(gatheredBlocks(members));
          notify({ text: words.gathered(members.length), kind: 'done' });
        }}
      />
      <CellPinned {...cell} onInsert={insert} />
      <CellRemark {...cell} />
      <CellMemos cellKey={card.key} onLeave={onLeave} />
      <CellPassages
        {...cell}
        frame={frame}
        filter={filter}
        onFilter={setFilter}
        categoryId={choice.categoryId ?? null}
        onCategory={(id) => onChoose({ rowKey: place.rowKey, columnKey: place.columnKey, categoryId: id ?? undefined })}
        onInsert={insert}
      />
    </>
  );
}

/** The table's own numbers: right at once, while the cell itself is read. */
function Counts({ found: { cell }, frame }: { found: FoundCell; frame: ProjectFrame }) {
  const words = useText(matricesText);
  return (
    <p className="quiet">
      {words.passages(cell.passages)} · {words.sources(cell.sources, hasOnlyInterviews(frame))}
    </p>
  );
}

interface CasesOfCellProps {
  table: MatrixTable;
  found: FoundCell;
  cases: ReadonlyMap<string, CaseTint>;
  onChoose: (choice: CellChoice) => void;
}

/** The same crossing in each case, one press away; nothing where the matrix compares none. */
function CasesOfCell({ table, found, cases, onChoose }: CasesOfCellProps) {
  const words = useText(matrixCellsText);
  const all = sameCellInCases(table, found);
  if (all.length < 2) return null;
  return (
    <div className="matrices-panel-cases" role="group" aria-label={words.otherCases}>
      {all.map(({ entity, found: { cell, rowHeader, columnHeader } }) => (
        <span key={entity.key} className="matrices-panel-case" aria-current={cell.key === found.cell.key}>
          <CaseChip
            name={`${entity.label} · ${words.number(cell.passages)}`}
            position={cases.get(entity.key)?.position ?? 0}
            onPress={() => onChoose({ rowKey: rowHeader.key, columnKey: columnHeader.key })}
          />
        </span>
      ))}
    </div>
  );
}
