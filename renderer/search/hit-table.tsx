// What was found, one line each, the words found under one another: sorted by what stands before or after, one key from the interview.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { SEARCH_ORDERS } from '../../shared/domain/search.ts';
import type { SearchHit, SearchOrder } from '../../shared/domain/search.ts';
import { citationOf } from '../../shared/domain/source.ts';
import { searchText } from '../../shared/i18n/search.ts';
import { visibleRange } from '../matrices/visible-range.ts';
import type { Range } from '../matrices/visible-range.ts';
import { classes } from '../ui/classes.ts';
import { useLanguage, useText } from '../ui/language.tsx';
import { sentenceOf } from '../ui/use-run.ts';
import { useHitPages } from './use-hit-pages.ts';
import type { Listed } from './use-hit-pages.ts';

/** Pixels; the same as in the style sheet. */
const ROW = 30;
const AT_FIRST: Range = { first: 0, end: 30 };

interface HitTableProps {
  settingKey: string;
  version: number;
  listed: Listed;
  /** As the counts say; the lines themselves may say otherwise once they are there. */
  expected: number;
  active: number;
  onActive: (index: number) => void;
  onOrder: (order: SearchOrder) => void;
  onOpen: (hit: SearchHit) => void;
}

/** Which lines the scrolled box shows. */
function useRowsInView(box: React.RefObject<HTMLDivElement | null>, count: number): Range {
  const [range, setRange] = useState(AT_FIRST);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const look = () =>
      setRange((before) => {
        const next = visibleRange(element.scrollTop, element.clientHeight, ROW, count);
        return before.first === next.first && before.end === next.end ? before : next;
      });
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box, count]);
  return range;
}

const PAGE_KEYS = 20;

function moved(key: string, active: number, count: number): number | null {
  const to = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + PAGE_KEYS, PageUp: active - PAGE_KEYS, Home: 0, End: count - 1 }[key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}

/** Brings a line into view. */
function show(box: HTMLElement | null, index: number): void {
  if (!box) return;
  if (index * ROW < box.scrollTop) box.scrollTop = index * ROW;
  else if ((index + 1) * ROW > box.scrollTop + box.clientHeight) box.scrollTop = (index + 1) * ROW - box.clientHeight;
}

/** Keys walk through the lines, Enter and a press of the mouse open one. */
export function HitTable({ settingKey, version, listed, expected, active: wanted, onActive, onOrder, onOpen }: HitTableProps) {
  const text = useText(searchText);
  const { language } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const [known, setKnown] = useState<number | null>(null);
  const count = known ?? expected;
  const range = useRowsInView(box, count);
  const { total, hitAt, failure } = useHitPages(settingKey, version, listed, range.first, range.end);
  useEffect(() => setKnown(total), [total]);
  const active = Math.min(wanted, Math.max(0, count - 1));
  const isIn = useRef(active);
  isIn.current = active;
  // coming back from the reader: the line that was left is in view; other lines begin at their first
  useLayoutEffect(() => show(box.current, isIn.current), [settingKey, listed.order, listed.sourceId, listed.caseId]);

  const onKeyDown = (event: KeyboardEvent) => {
    const hit = hitAt(active);
    const to = moved(event.key, active, count);
    if (event.key === 'Enter' && hit) onOpen(hit);
    else if (to === null || event.ctrlKey || event.altKey || event.metaKey) return;
    else {
      onActive(to);
      show(box.current, to);
    }
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const row = (event.target as Element).closest('[aria-rowindex]');
    const index = Number(row?.getAttribute('aria-rowindex')) - 1;
    const hit = hitAt(index);
    if (!hit) return;
    onActive(index);
    onOpen(hit);
  };
  if (failure) return <p className="search-problem">{sentenceOf(failure, language)}</p>;
  const rows = Array.from({ length: Math.max(0, Math.min(range.end, count) - range.first) }, (_, more) => range.first + more);
  return (
    <div className="search-lines">
      <Orders order={listed.order} onOrder={onOrder} />
      <div
        ref={box}
        className="search-rows"
        role="grid"
        aria-label={text.lines}
        aria-rowcount={count}
        aria-activedescendant={count > 0 ? `search-hit-${active}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <div className="search-rows-all" role="presentation" style={{ height: count * ROW }}>
          {rows.map((index) => (
            <HitRow key={index} index={index} hit={hitAt(index)} isActive={index === active} />
          ))}
        </div>
      </div>
    </div>
  );
}

function Orders({ order: chosen, onOrder }: { order: SearchOrder; onOrder: (order: SearchOrder) => void }) {
  const text = useText(searchText);
  return (
    <div className="search-orders" role="group" aria-label={text.sortBy}>
      {SEARCH_ORDERS.map((order) => (
        <AriaButton
          key={order}
          className={classes('search-order', `search-order-${order}`, order === chosen && 'search-order-on')}
          aria-pressed={order === chosen}
          onPress={() => onOrder(order)}
        >
          {text.orders[order]}
        </AriaButton>
      ))}
    </div>
  );
}

interface HitRowProps {
  index: number;
  hit: SearchHit | undefined;
  isActive: boolean;
}

function HitRow({ index, hit, isActive }: HitRowProps) {
  const citation = hit ? citationOf(hit.source, hit.number) : '…';
  return (
    <div
      id={`search-hit-${index}`}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={isActive}
      className={classes('search-row', isActive && 'search-row-active')}
      style={{ transform: `translateY(${index * ROW}px)` }}
    >
      <span role="gridcell" className="search-cite number" title={hit?.source}>
        {citation}
      </span>
      <span role="gridcell" className="search-speaker" title={hit?.speaker ?? undefined}>
        {hit?.speaker ?? ''}
      </span>
      <span role="gridcell" className="search-left">
        <bdi dir="ltr">{hit?.left ?? ''}</bdi>
      </span>
      <span role="gridcell" className="search-right">
        <mark>{hit?.text ?? ''}</mark>
        {hit?.right ?? ''}
      </span>
    </div>
  );
}
