// What was found, however much: only what is in view is drawn. One place in the list is in hand, moved by the arrows.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { shownValue } from '../../shared/domain/attribute-value.ts';
import type { RetrievalAnswer, RetrievalQuery, RetrievedPassage } from '../../shared/domain/retrieval.ts';
import { retrievalText } from '../../shared/i18n/retrieval.ts';
import type { ProjectFrame } from '../matrices/frame.ts';
import { useNavigation } from '../navigation.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import type { CodingInHand } from './retrieval-coding.tsx';
import { withTicked } from './retrieval-coding.tsx';
import { ROW_HEIGHT, layOut, linesIn, topOf } from './retrieval-layout.ts';
import type { ListLayout } from './retrieval-layout.ts';
import { ResultRow } from './retrieval-row.tsx';
import type { Retrieval } from './use-retrieval.ts';
import { useRetrievedRows } from './use-retrieved-rows.ts';

interface ResultsProps {
  retrieval: Retrieval;
  answer: RetrievalAnswer;
  frame: ProjectFrame;
  coding: CodingInHand | null;
  onCoding: (coding: CodingInHand) => void;
  onChoose: (row: RetrievedPassage | null) => void;
}

/** How far the page keys go. */
const PAGE_ROWS = 6;
/** Drawn beyond what is in view, CSS pixels. */
const MARGIN = 300;

/** Rows that a key goes on by; what leads beyond an end stays there. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE_ROWS,
  PageUp: -PAGE_ROWS,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

const rowId = (row: number): string => `retrieved-${row}`;

/** What of the list is in view, CSS pixels. */
function useView(list: RefObject<HTMLDivElement | null>) {
  const [view, setView] = useState({ top: 0, height: 600 });
  const measure = useCallback(() => {
    if (list.current) setView({ top: list.current.scrollTop, height: list.current.clientHeight });
  }, [list]);
  useLayoutEffect(() => {
    if (!list.current) return undefined;
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(list.current);
    return () => observer.disconnect();
  }, [list, measure]);
  return { view, measure };
}

/** Another search, sorted or grouped otherwise, is read from its beginning. */
function useFromBeginning(query: RetrievalQuery, begin: () => void): void {
  const asked = JSON.stringify(query);
  const before = useRef(asked);
  useEffect(() => {
    if (before.current === asked) return;
    before.current = asked;
    begin();
  });
}

function bringIntoView(element: HTMLElement, layout: ListLayout, row: number): void {
  const top = topOf(layout, row);
  // its heading comes along with the first row
  if (top < element.scrollTop) element.scrollTop = row === 0 ? 0 : top;
  else if (top + ROW_HEIGHT > element.scrollTop + element.clientHeight) element.scrollTop = top + ROW_HEIGHT - element.clientHeight;
}

export function RetrievalResults({ retrieval: { query }, answer, frame, coding, onCoding, onChoose }: ResultsProps) {
  const words = useText(retrievalText);
  const { go } = useNavigation();
  const list = useRef<HTMLDivElement>(null);
  const { view, measure } = useView(list);
  const [wanted, setCursor] = useState(0);
  const { rowAt, show } = useRetrievedRows(query);
  const layout = useMemo(() => layOut(answer.groups, query.group.by !== 'none'), [answer.groups, query.group.by]);
  // fewer may be found than before
  const cursor = Math.max(0, Math.min(wanted, layout.rows - 1));
  const lines = linesIn(layout, view.top - MARGIN, view.height + 2 * MARGIN);
  const rows = lines.flatMap((line) => (line.kind === 'row' ? [line.row] : []));
  const [first, last] = [rows[0] ?? 0, rows.at(-1) ?? 0];
  useEffect(() => show(first, last), [show, first, last]);
  const inHand = rowAt(cursor);
  useEffect(() => onChoose(inHand ?? null), [inHand, onChoose]);
  useEffect(() => () => onChoose(null), [onChoose]);

  const moveTo = (row: number) => {
    const next = Math.max(0, Math.min(layout.rows - 1, row));
    setCursor(next);
    if (list.current) bringIntoView(list.current, layout, next);
  };
  useFromBeginning(query, () => moveTo(0));
  const tick = (row: RetrievedPassage) => coding && onCoding(withTicked(coding, row.passageId));
  const open = (row: RetrievedPassage) => go({ screen: 'coding', sourceId: row.sourceId, passageId: row.passageId });
  const onKey = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step !== undefined) moveTo(cursor + step);
    else if (event.key === 'Enter' && inHand) open(inHand);
    else if (event.key === ' ' && inHand && coding) tick(inHand);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={list}
      className="retrieval-results"
      role="grid"
      tabIndex={0}
      aria-label={words.results}
      aria-description={words.resultsHint}
      aria-rowcount={layout.rows}
      aria-activedescendant={rows.includes(cursor) ? rowId(cursor) : undefined}
      onKeyDown={onKey}
      onScroll={measure}
    >
      <div role="rowgroup" className="retrieval-plane" style={{ height: layout.height }}>
        {lines.map((line) =>
          line.kind === 'heading' ? (
            <Heading key={`heading-${line.group}`} answer={answer} at={line.group} by={query.group} frame={frame} top={line.top} />
          ) : (
            <ResultRow
              key={line.row}
              id={rowId(line.row)}
              at={line.row}
              row={rowAt(line.row)}
              top={line.top}
              isInHand={line.row === cursor}
              coding={coding}
              onChoose={() => setCursor(line.row)}
              onTick={tick}
              onOpen={open}
            />
          ),
        )}
      </div>
    </div>
  );
}

interface HeadingProps {
  answer: RetrievalAnswer;
  at: number;
  by: Retrieval['query']['group'];
  frame: ProjectFrame;
  top: number;
}

function Heading({ answer, at, by, frame, top }: HeadingProps) {
  const words = useText(retrievalText);
  const { language } = useLanguage();
  const group = answer.groups[at];
  if (!group) return null;
  const attribute = by.by === 'attribute' ? frame.corpus.attributes.find(({ id }) => id === by.attributeId) : undefined;
  const label = group.key === '' ? words.without[by.by] : attribute ? shownValue(group.label, attribute.type, language) : group.label;
  return (
    <div role="row" className="retrieval-heading" style={{ top }}>
      <span role="gridcell" aria-colspan={2}>
        <strong>{label}</strong> <span className="quiet number">{words.headingCount(group.passages)}</span>
      </span>
    </div>
  );
}
