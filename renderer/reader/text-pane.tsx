// The text of the open source with its margin and its palette: the middle of the coding screen.
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { readerText } from '../../shared/i18n/reader.ts';
import { useText } from '../ui/language.tsx';
import { chunksOf } from './chunks.ts';
import { Palette } from './palette.tsx';
import { useReader } from './reader-context.tsx';
import type { Reader } from './reader-context.tsx';
import { ReaderText } from './reader-text.tsx';
import { useStored } from './reading-place.ts';
import { Stripes } from './stripes.tsx';
import { collectParagraphs, edgeRects } from './text-dom.ts';
import type { Paragraphs } from './text-dom.ts';
import type { Span } from './transcript.ts';
import { usePainting } from './use-painting.ts';
import { useTextEvents } from './use-text-events.ts';
import { useReadingPlace, useTextHandle } from './use-text-handle.ts';
import type { TextElements } from './use-text-handle.ts';
import { useTextKeys } from './use-text-keys.ts';
import { useTextView } from './use-text-view.ts';

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

export function TextPane() {
  const text = useText(readerText);
  const reader = useReader();
  const { transcript } = reader;
  const scroller = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const paragraphs = useRef<Paragraphs>(new Map());
  const elements = useMemo<TextElements>(() => ({ scroller, root, paragraphs }), []);

  // Drawn anew when the text is another one, or when an input method wrote into it.
  const [drawing, setDrawing] = useState(0);
  const chunks = useMemo(() => chunksOf(transcript), [transcript]);
  const drawn = useMemo(() => [chunks, drawing] as const, [chunks, drawing]);
  useLayoutEffect(() => {
    if (root.current) paragraphs.current = collectParagraphs(root.current);
  }, [drawn]);

  const { view, turnAtTop } = useTextView(scroller, root, drawn, transcript.turns.length);
  const flashed = useTextHandle(reader, elements);
  const [hasFocus, setHasFocus] = useState(false);
  usePainting(reader, view, paragraphs, hasFocus ? null : reader.selection, flashed);
  useReadingPlace(reader, elements, turnAtTop);

  const [opensPalette, setOpensPalette] = useStored('trame.paletteOnSelection', true, isBoolean);
  const onSpoilt = useCallback(() => setDrawing((count) => count + 1), []);
  const events = useMemo(() => ({ ...elements, opensPalette, onSpoilt }), [elements, opensPalette, onSpoilt]);
  useTextEvents(reader, events, drawn);
  const onKeyDown = useTextKeys(reader, elements);
  const palettePlace = usePalettePlace(reader, elements, sheet);

  return (
    <div ref={scroller} className="reader-scroller" data-panel>
      <div ref={sheet} className="reader-sheet">
        <div className="reader-column" onKeyDown={onKeyDown} onFocus={() => setHasFocus(true)} onBlur={() => setHasFocus(false)}>
          <ReaderText key={drawing} root={root} transcript={transcript} chunks={chunks} label={text.textLabel(transcript.sourceName)} />
        </div>
        <Stripes view={view} paragraphs={paragraphs} root={root} />
        {reader.palette && palettePlace ? (
          <Palette
            key={JSON.stringify(reader.palette)}
            opening={reader.palette}
            place={palettePlace}
            opensOnSelection={opensPalette}
            onOpensOnSelection={setOpensPalette}
          />
        ) : null}
      </div>
      <div className="visually-hidden" role="status">
        {reader.said}
      </div>
    </div>
  );
}

const PALETTE_WIDTH_PX = 400;
const PALETTE_MAX_PX = 340;
const PALETTE_MIN_PX = 200;
const GAP_PX = 8;

interface PalettePlace {
  readonly left: number;
  readonly top: number;
  readonly isAbove: boolean;
  readonly maxHeight: number;
}

/** Under the words, or above them where the view leaves more room there. */
function placeBeside(words: { first: DOMRect; last: DOMRect }, view: DOMRect, sheet: DOMRect): PalettePlace {
  const below = view.bottom - words.last.bottom - GAP_PX;
  const above = words.first.top - view.top - GAP_PX;
  const isAbove = below < PALETTE_MIN_PX && above > below;
  const room = Math.max(PALETTE_MIN_PX, isAbove ? above : below) - GAP_PX;
  const wished = words.last.left + words.last.width / 2 - PALETTE_WIDTH_PX / 3;
  const left = Math.max(view.left + GAP_PX, Math.min(wished, view.right - PALETTE_WIDTH_PX - 2 * GAP_PX));
  const top = isAbove ? words.first.top - GAP_PX : Math.min(words.last.bottom + GAP_PX, view.bottom - PALETTE_MIN_PX);
  return { left: left - sheet.left, top: top - sheet.top, isAbove, maxHeight: Math.min(PALETTE_MAX_PX, room) };
}

function usePalettePlace(reader: Reader, { scroller, paragraphs }: TextElements, sheet: RefObject<HTMLElement | null>): PalettePlace | null {
  const [place, setPlace] = useState<PalettePlace | null>(null);
  const { palette, target, transcript } = reader;
  const latest = useRef<Span | null>(null);
  latest.current = target;
  const isOpen = palette !== null && target !== null;
  useLayoutEffect(() => {
    const words = isOpen && latest.current ? edgeRects(transcript, paragraphs.current, latest.current) : null;
    const view = scroller.current?.getBoundingClientRect();
    const page = sheet.current?.getBoundingClientRect();
    setPlace(words && view && page ? placeBeside(words, view, page) : null);
  }, [isOpen, transcript, scroller, paragraphs, sheet]);
  return isOpen ? place : null;
}
