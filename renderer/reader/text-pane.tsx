// The text of the open source with its margin and its palette: the middle of the coding screen.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { readerText } from '../../shared/i18n/reader.ts';
import { useText } from '../ui/language.tsx';
import { chunksOf } from './chunks.ts';
import { palettePlace } from './palette-place.ts';
import type { PalettePlace } from './palette-place.ts';
import { Palette } from './palette.tsx';
import { useReader } from './reader-context.tsx';
import type { Reader } from './reader-context.tsx';
import { usePrintNotes } from './print-notes.ts';
import { ReaderText } from './reader-text.tsx';
import { useStored } from './reading-place.ts';
import { Stripes } from './stripes.tsx';
import { collectParagraphs, edgeRects, readSelection, writeSelection } from './text-dom.ts';
import type { Paragraphs } from './text-dom.ts';
import { sameSpan } from './transcript.ts';
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

  // A selection that was moved by an act is moved on screen too.
  const { selection } = reader;
  useEffect(() => {
    const now = hasFocus && selection && root.current ? readSelection(root.current, transcript)?.span : null;
    if (selection && now && !sameSpan(now, selection)) writeSelection(paragraphs.current, selection.start, selection.end);
  }, [selection, hasFocus, transcript]);

  usePrintNotes(elements, reader.coded, reader.categories);

  const [opensPalette, setOpensPalette] = useStored('trame.paletteOnSelection', true, isBoolean);
  const onSpoilt = useCallback(() => setDrawing((count) => count + 1), []);
  useTextEvents(reader, { ...elements, opensPalette, turnAtTop, onSpoilt }, drawn);
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

/** Found when the palette opens; it stays there while the words grow and shrink. */
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
    setPlace(words && view && page ? palettePlace(words, view, page) : null);
  }, [isOpen, transcript, scroller, paragraphs, sheet]);
  return isOpen ? place : null;
}
