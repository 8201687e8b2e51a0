// The text of the open source with its margin and its palette: the middle of the coding screen.
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { TurnId } from '../../shared/domain/ids.ts';
import { readerText } from '../../shared/i18n/reader.ts';
import { useText } from '../ui/language.tsx';
import { TurnActs } from '../correction/turn-acts.tsx';
import { useCorrectionCommands } from '../correction/use-correction-commands.ts';
import { useTurnEditor } from '../correction/use-turn-editor.tsx';
import { chunksOf } from './chunks.ts';
import type { Chunk, ChunksBefore } from './chunks.ts';
import { palettePlace } from './palette-place.ts';
import type { PalettePlace } from './palette-place.ts';
import { Palette } from './palette.tsx';
import { useReader } from './reader-context.tsx';
import type { Reader } from './reader-context.tsx';
import { usePrintNotes } from './print-notes.ts';
import { ReaderText } from './reader-text.tsx';
import { useStored } from './reading-place.ts';
import { Stripes } from './stripes.tsx';
import { collectParagraphs, edgeRects } from './text-dom.ts';
import type { Paragraphs } from './text-dom.ts';
import type { Transcript } from './transcript.ts';
import { useCaret, useFocusWhereRead } from './use-caret.ts';
import { useLatest } from './use-latest.ts';
import { useMouseSelection } from './use-mouse-selection.ts';
import { usePainting } from './use-painting.ts';
import { useReadingPlace, useTextHandle } from './use-text-handle.ts';
import type { TextElements } from './use-text-handle.ts';
import { useTextKeys } from './use-text-keys.ts';
import { useTextView } from './use-text-view.ts';
import { useUnchangedWords } from './use-unchanged-words.ts';

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

  const drawing = useUnchangedWords(root);
  const { editing } = reader.correction;
  const chunks = useChunks(transcript, editing?.turnId ?? null);
  /** Another object whenever the paragraphs are others. */
  const drawn = useMemo(() => ({ chunks, drawing }), [chunks, drawing]);
  useLayoutEffect(() => {
    if (root.current) paragraphs.current = collectParagraphs(root.current);
  }, [drawn]);

  const [hasFocus, setHasFocus] = useState(false);
  const [opensPalette, setOpensPalette] = useStored('trame.paletteOnSelection', true, isBoolean);
  const { view, turnAtTop } = useTextView(scroller, root, drawn, transcript.turns.length);
  const flashed = useTextHandle(reader, elements);
  usePainting(reader, view, paragraphs, drawn, hasFocus ? null : reader.selection, flashed);
  useReadingPlace(reader, elements, turnAtTop);
  useMouseSelection(reader, elements, opensPalette, drawn);
  useCaret(reader, elements, hasFocus, drawn);
  useFocusWhereRead(elements, turnAtTop, drawn);
  usePrintNotes(elements, reader.coded, reader.categories);
  const { onTextKey, onPassageKey } = useTextKeys(reader, elements);
  const place = usePalettePlace(reader, elements, sheet);
  const { edited, editor } = useTurnEditor(reader, elements);
  useCorrectionCommands(reader);

  return (
    <div ref={scroller} className="reader-scroller" data-panel>
      <div ref={sheet} className="reader-sheet">
        <ReaderText
          key={drawing}
          root={root}
          transcript={transcript}
          chunks={chunks}
          label={text.textLabel(transcript.sourceName)}
          edited={edited}
          editor={editor}
          onKeyDown={onTextKey}
          onFocusChange={setHasFocus}
        />
        <Stripes view={view} paragraphs={paragraphs} root={root} onPassageKey={onPassageKey} />
        {reader.palette && place ? (
          <Palette opening={reader.palette} place={place} opensOnSelection={opensPalette} onOpensOnSelection={setOpensPalette} />
        ) : null}
        {reader.turnActs ? <TurnActs key={reader.turnActs} reader={reader} elements={elements} sheet={sheet} opening={reader.turnActs} /> : null}
      </div>
      <div className="visually-hidden" role="status">
        {reader.said}
      </div>
    </div>
  );
}

/** The sections stay what they were, as far as the text does. */
function useChunks(transcript: Transcript, edited: TurnId | null): readonly Chunk[] {
  const before = useRef<ChunksBefore | null>(null);
  return useMemo(() => {
    const known = before.current?.transcript.sourceId === transcript.sourceId ? before.current : null;
    const chunks = chunksOf(transcript, edited, known);
    before.current = { chunks, transcript };
    return chunks;
  }, [transcript, edited]);
}

/** Found when the palette opens; it stays there while the words grow and shrink. */
function usePalettePlace(reader: Reader, { scroller, paragraphs }: TextElements, sheet: RefObject<HTMLElement | null>): PalettePlace | null {
  const [place, setPlace] = useState<PalettePlace | null>(null);
  const { palette, target, transcript } = reader;
  const latest = useLatest(target);
  const isOpen = palette !== null && target !== null;
  useLayoutEffect(() => {
    const words = isOpen && latest.current ? edgeRects(transcript, paragraphs.current, latest.current) : null;
    const view = scroller.current?.getBoundingClientRect();
    const page = sheet.current?.getBoundingClientRect();
    setPlace(words && view && page ? palettePlace(words, view, page) : null);
  }, [isOpen, latest, transcript, scroller, paragraphs, sheet]);
  return isOpen ? place : null;
}
