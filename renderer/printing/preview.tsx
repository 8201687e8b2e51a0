// The pages as they come out: true ones, drawn from the pdf that would be written.
// The pages are scrolled and zoomed by keyboard, as a text is: they have to take the focus for that.
/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions */
import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { PrintPiece, PrintStyle } from '../../shared/domain/print.ts';
import { printingText } from '../../shared/i18n/printing.ts';
import { useLasting } from '../import/use-lasting.ts';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { sentenceOf } from '../ui/use-run.ts';
import { A4, drawPage, usePdfPages, wordsOfPage } from './pdf-pages.ts';
import type { PageSize, PdfPages } from './pdf-pages.ts';
import './preview.css';
import { usePreview } from './use-preview.ts';

const ZOOMS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3] as const;
const THUMB_WIDTH = 92;
const MARGIN = 24;
/** Pages before and after the present one whose words are read. */
const SAID_AROUND = 2;

export function Preview({ piece, style }: { piece: PrintPiece | null; style: PrintStyle }) {
  const words = useText(printingText);
  const { language } = useLanguage();
  const { pdf, isPending, failure } = usePreview(piece, style);
  const pages = usePdfPages(pdf);
  const isLong = useLasting(isPending || (pdf !== null && pages === null));
  return (
    <section className="printing-preview" aria-label={words.preview} aria-busy={isPending}>
      {failure !== null ? (
        <EmptyState title={sentenceOf(failure, language)} />
      ) : piece === null ? (
        <EmptyState title={words.previewNone} />
      ) : pages === null ? (
        <p className="printing-wait">{isLong ? words.previewPending : ''}</p>
      ) : (
        <Pages pages={pages} isStale={isLong} />
      )}
    </section>
  );
}

/** Which page stands at the top of what is seen, and the way to any other. */
function usePageInView(scroller: RefObject<HTMLDivElement | null>, count: number) {
  const [current, setCurrent] = useState(1);
  const sheets = () => [...(scroller.current?.querySelectorAll<HTMLElement>('.printing-page') ?? [])];
  const follow = () => {
    const place = scroller.current;
    if (!place) return;
    const middle = place.scrollTop + place.clientHeight / 3;
    const at = sheets().findLastIndex((sheet) => sheet.offsetTop <= middle);
    setCurrent(Math.max(1, at + 1));
  };
  const show = (page: number) => {
    const sheet = sheets()[Math.min(count, Math.max(1, page)) - 1];
    if (sheet) scroller.current?.scrollTo({ top: sheet.offsetTop - MARGIN / 2 });
  };
  return { current: Math.min(current, count), follow, show };
}

function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(600);
  useEffect(() => {
    if (!element.current) return undefined;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

function Pages({ pages, isStale }: { pages: PdfPages; isStale: boolean }) {
  const words = useText(printingText);
  const scroller = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState<PageSize>(A4);
  /** Null: as wide as there is room. */
  const [zoom, setZoom] = useState<number | null>(null);
  const count = pages.numPages;
  const { current, follow, show } = usePageInView(scroller, count);
  const room = useWidth(scroller) - 2 * MARGIN;
  const scale = zoom ?? Math.min(1.25, Math.max(0.3, room / first.width));
  const zoomIn = () => setZoom(ZOOMS.find((each) => each > scale + 0.01) ?? scale);
  const zoomOut = () => setZoom(ZOOMS.findLast((each) => each < scale - 0.01) ?? scale);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === '+' || event.key === '=') zoomIn();
    else if (event.key === '-') zoomOut();
    else if (event.key === '0') setZoom(null);
    else if (event.key === 'PageDown') show(current + 1);
    else if (event.key === 'PageUp') show(current - 1);
    else if (event.key === 'Home') show(1);
    else if (event.key === 'End') show(count);
    else return;
    event.preventDefault();
  };
  const noteFirst = useCallback((size: PageSize) => setFirst((before) => (before.width === size.width ? before : size)), []);
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  return (
    <>
      <Tools
        current={current}
        count={count}
        scale={scale}
        fits={zoom === null}
        onPage={show}
        onZoom={{ in: zoomIn, out: zoomOut, fit: () => setZoom(null) }}
      />
      <div className={classes('printing-pages', isStale && 'printing-stale')}>
        <nav className="printing-thumbs" aria-label={words.pages}>
          {numbers.map((number) => (
            <AriaButton
              key={number}
              className={classes('printing-thumb', number === current && 'printing-thumb-current')}
              aria-label={words.pageNumber(number)}
              {...(number === current ? { 'aria-current': 'page' as const } : {})}
              onPress={() => show(number)}
            >
              <Sheet pages={pages} number={number} width={THUMB_WIDTH} />
              <span className="number">{number}</span>
            </AriaButton>
          ))}
        </nav>
        <div
          ref={scroller}
          className="printing-scroller"
          tabIndex={0}
          role="group"
          aria-label={words.preview}
          onScroll={follow}
          onKeyDown={onKeyDown}
        >
          {numbers.map((number) => (
            <article key={number} className="printing-page" aria-label={words.page(number, count)}>
              <Sheet pages={pages} number={number} width={first.width * scale} first={first} {...(number === 1 ? { onSize: noteFirst } : {})} />
              {Math.abs(number - current) <= SAID_AROUND ? <PageWords pages={pages} number={number} /> : null}
            </article>
          ))}
        </div>
      </div>
      <p className="printing-honest">{words.honest}</p>
    </>
  );
}

interface ToolsProps {
  /** The page in view, from 1. */
  current: number;
  count: number;
  scale: number;
  fits: boolean;
  onPage: (page: number) => void;
  onZoom: { readonly in: () => void; readonly out: () => void; readonly fit: () => void };
}

function Tools({ current, count, scale, fits, onPage, onZoom }: ToolsProps) {
  const words = useText(printingText);
  return (
    <div className="printing-tools">
      <IconButton icon={ChevronLeft} label={words.previousPage} isDisabled={current <= 1} onPress={() => onPage(current - 1)} />
      <span className="number printing-count" role="status">
        {words.page(current, count)}
      </span>
      <IconButton icon={ChevronRight} label={words.nextPage} isDisabled={current >= count} onPress={() => onPage(current + 1)} />
      <span className="printing-gap" />
      <IconButton icon={ZoomOut} label={words.zoomOut} onPress={onZoom.out} />
      <span className="number printing-zoom">{words.percent(scale)}</span>
      <IconButton icon={ZoomIn} label={words.zoomIn} onPress={onZoom.in} />
      <Button variant="quiet" size="small" isDisabled={fits} onPress={onZoom.fit}>
        {words.zoomFit}
      </Button>
    </div>
  );
}

interface SheetProps {
  pages: PdfPages;
  number: number;
  /** CSS pixels of a page as wide as the first one. */
  width: number;
  /** Other pages are drawn in proportion to this one: a page across is wider. Without it, all are as wide. */
  first?: PageSize;
  onSize?: (size: PageSize) => void;
}

/** Drawn while it is near what is seen, and let go of afterwards. */
function Sheet({ pages, number, width, first, onSize }: SheetProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isNear, setNear] = useState(false);
  const [size, setSize] = useState<PageSize>(first ?? A4);
  const shownWidth = first === undefined ? width : (width * size.width) / first.width;
  useEffect(() => {
    if (!canvas.current) return undefined;
    const drawn = canvas.current;
    const observer = new IntersectionObserver(
      ([entry]) => {
        const isThere = entry?.isIntersecting ?? false;
        if (!isThere) drawn.width = 0;
        setNear(isThere);
      },
      { rootMargin: '600px' },
    );
    observer.observe(drawn);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (!isNear || !canvas.current) return undefined;
    return drawPage(pages, number, canvas.current, shownWidth, (found) => {
      setSize((before) => (before.width === found.width && before.height === found.height ? before : found));
      onSize?.(found);
    });
  }, [pages, number, shownWidth, isNear, onSize]);
  return (
    <canvas ref={canvas} className="printing-sheet" aria-hidden style={{ width: shownWidth, height: (shownWidth * size.height) / size.width }} />
  );
}

/** The page's words for a screen reader: a picture says nothing. */
function PageWords({ pages, number }: { pages: PdfPages; number: number }) {
  const words = useText(printingText);
  const [said, setSaid] = useState('');
  useEffect(() => {
    let isWanted = true;
    wordsOfPage(pages, number).then(
      (text) => isWanted && setSaid(text),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [pages, number]);
  return (
    <div className="printing-words" role="note" aria-label={words.pageText(number)}>
      {said}
    </div>
  );
}
