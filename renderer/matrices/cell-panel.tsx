// The open cell: its claim (the synthesis), and the verbatims that carry it, each one press away from its place in the text.
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { MatrixDefinition, MatrixTable } from '../../shared/domain/matrix.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { CaseChip } from '../ui/case-chip.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { useQuery } from '../ui/use-query.ts';
import { CellCategories } from './cell-categories.tsx';
import type { CellChoice } from './cell-choice.ts';
import { CellMemos } from './cell-memos.tsx';
import { CellQuotes } from './cell-quotes.tsx';
import { CellSynthesis } from './cell-synthesis.tsx';
import { hasOnlyInterviews } from './frame.ts';
import type { ProjectFrame } from './frame.ts';
import type { CaseTint } from './header-name.tsx';
import type { SynthesisHandle } from './synthesis-editor.tsx';
import { crossingKeys, crossingTitle, findCell, quotesWith, sameCellInCases } from './table-cells.ts';
import type { FoundCell } from './table-cells.ts';

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

export function CellPanel({ table, definition, frame, cases, choice, focusRequest, onChoose, onClose, onLeave }: CellPanelProps) {
  const words = useText(matricesText);
  const panel = useRef<HTMLDivElement>(null);
  const editor = useRef<SynthesisHandle>(null);
  const { rowKey, columnKey, categoryId } = choice;
  const found = findCell(table, rowKey, columnKey);
  const { data } = useQuery('matrix.cell', found ? { definition, rowKey, columnKey } : null);

  useEffect(() => {
    if (focusRequest > 0) panel.current?.focus();
  }, [focusRequest]);
  useEscape(panel, onLeave);

  if (!found) return null;
  // The answer to the cell before may still be shown for a moment; the table's own numbers are right at once.
  const cell = data?.key === found.cell.key ? data : found.cell;
  const keys = crossingKeys(found.rowHeader, found.columnHeader);
  const category = cell.categories.find(({ id }) => id === categoryId) ?? null;
  const quotes = quotesWith(cell.quotes, category?.name ?? null);
  const title = crossingTitle(found.rowHeader, found.columnHeader);

  return (
    <div ref={panel} className="matrices-panel" tabIndex={-1} role="region" aria-label={title}>
      <div className="matrices-panel-head">
        <h2 className="matrices-panel-title">{title}</h2>
        <IconButton icon={X} label={words.closeCell} size="small" onPress={onClose} />
      </div>
      <p className="quiet">{words.counts(cell.passages, words.sources(cell.sources, hasOnlyInterviews(frame)), cell.stance)}</p>
      <CasesOfCell table={table} found={found} cases={cases} onChoose={(to) => onChoose({ ...to, categoryId })} />
      <CellSynthesis
        key={found.cell.key}
        ref={editor}
        title={title}
        entityKeys={keys}
        text={cell.synthesis ?? ''}
        status={cell.status}
        onLeave={onLeave}
      />
      <CellMemos key={`memos ${found.cell.key}`} cellKey={found.cell.key} onLeave={onLeave} />
      {cell.categories.length > 0 ? (
        <>
          <SectionTitle>{words.categoriesFound}</SectionTitle>
          <CellCategories
            categories={cell.categories}
            chosen={categoryId ?? null}
            onChoose={(id) => onChoose({ rowKey, columnKey, categoryId: id ?? undefined })}
          />
        </>
      ) : null}
      <SectionTitle end={words.number(quotes.length)}>{words.verbatims}</SectionTitle>
      <CellQuotes
        quotes={quotes}
        entityKeys={keys}
        frame={frame}
        isLoading={data?.key !== found.cell.key}
        onInsert={(citation) => editor.current?.insert(citation)}
      />
    </div>
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
  const words = useText(matricesText);
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

/** Escape anywhere in the panel leads back to the table. */
function useEscape(panel: RefObject<HTMLElement | null>, onLeave: () => void): void {
  const latest = useRef(onLeave);
  latest.current = onLeave;
  useEffect(() => {
    const element = panel.current;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) latest.current();
    };
    element?.addEventListener('keydown', onKey);
    return () => element?.removeEventListener('keydown', onKey);
  }, [panel]);
}
