// The text of the open source with its margin and its palette: the middle of the coding screen.
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { TurnId } from '../../shared/domain/ids.ts';
import { readerText } from '../../shared/i18n/reader.ts';
import { useSearchWords } from '../search/use-search-words.ts';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import { TurnActs } from '../correction/turn-acts.tsx';
import { useAutocodeCommands } from '../autocode/use-autocode-commands.ts';
import { useCorrectionCommands } from '../correction/use-correction-commands.ts';
import { useTurnEditor } from '../correction/use-turn-editor.tsx';
import { chunksOf } from './chunks.ts';
import type { Chunk, ChunksBefore } from './chunks.ts';
import { useDisplay, useMargin } from './display-context.tsx';
import { DisplayMenu } from './display-menu.tsx';
import { EdgeHandles } from './edge-handles.tsx';
import { FindBar, FoundTicks } from './find-bar.tsx';
import type { PaintPrefix } from './highlight-painter.ts';
import { LineNumbers } from './line-numbers.tsx';
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
import { useDragInText } from './use-drag-in-text.ts';
import { useFind } from './use-find.ts';
import { useLatest } from './use-latest.ts';
import { useMouseSelection } from './use-mouse-selection.ts';
import { useNamedWords } from './use-named-words.ts';
import { usePainting } from './use-painting.ts';
import { useReadingPlace, useTextHandle } from './use-text-handle.ts';
import type { TextElements } from './use-text-handle.ts';
import { useTextKeys } from './use-text-keys.ts';
import { useFindKeys } from './use-reading-keys.ts';
import { useSaidCodings } from './use-said-codings.ts';
import { useTextView } from './use-text-view.ts';
import { useUnchangedWords } from './use-unchanged-words.ts';

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

interface TextPaneProps {
  /** Panes side by side paint apart. */
  prefix: PaintPrefix;
  /** The pane that keys heard everywhere mean. */
  isActive: boolean;
}

export function TextPane({ prefix, isActive }: TextPaneProps) {
  const text = useText(readerText);
  const reader = useReader();
  const { transcript } = reader;
  const sheet = useRef<HTMLDivElement>(null);
  const { elements, drawn } = useDrawnText(reader);
  const { scroller, root, paragraphs } = elements;
  const { chunks, drawing } = drawn;
  const [hasFocus, setHasFocus] = useState(false);
  const [opensPalette, setOpensPalette] = useStored('trame.paletteOnSelection', true, isBoolean);
  const { view, turnAtTop } = useTextView(scroller, root, drawn, transcript.turns.length);
  const flashed = useTextHandle(reader, elements);
  const margin = useMargin(reader);
  const { display } = useDisplay();
  const find = useFind(reader, elements, turnAtTop);
  useFindKeys(find, isActive);
  const inHand = hasFocus ? null : reader.selection;
  usePainting(reader, margin, prefix, view, paragraphs, drawn, { inHand, flashed, find });
  useReadingPlace(reader, elements, turnAtTop, prefix === 'trame');
  useNamedWords(reader, prefix === 'trame');
  useMouseSelection(reader, elements, opensPalette, drawn);
  useDragInText(reader, elements);
  useCaret(reader, elements, hasFocus, drawn);
  useSaidCodings(reader, elements);
  useFocusWhereRead(elements, turnAtTop, drawn);
  usePrintNotes(elements, margin.shown, reader.categories);
  const { onTextKey, onPassageKey } = useTextKeys(reader, elements);
  const place = usePalettePlace(reader, elements, sheet);
  const { edited, editor } = useTurnEditor(reader, elements);
  useCorrectionCommands(reader);
  useAutocodeCommands(reader);
  useSearchWords(reader);

  return (
    <div className={classes('reader-pane', `reader-numbers-${display.numbers}`)}>
      {find.isOpen ? <FindBar find={find} /> : null}
      <DisplayMenu filter={margin.filter} />
      <div ref={scroller} className="reader-scroller" data-panel>
        <div ref={sheet} className="reader-sheet">
          <ReaderText
            key={drawing}
            root={root}
            transcript={transcript}
            chunks={chunks}
            label={text.textLabel(transcript.sourceName)}
            description={text.textIsRead}
            edited={edited}
            editor={editor}
            onKeyDown={onTextKey}
            onFocusChange={setHasFocus}
          />
          {display.lines ? <LineNumbers transcript={transcript} paragraphs={paragraphs} root={root} view={view} /> : null}
          <EdgeHandles elements={elements} sheet={sheet} view={view} />
          <Stripes margin={margin} view={view} paragraphs={paragraphs} root={root} onPassageKey={onPassageKey} />
          {reader.palette && place ? (
            <Palette opening={reader.palette} place={place} opensOnSelection={opensPalette} onOpensOnSelection={setOpensPalette} />
          ) : null}
          {reader.turnActs ? <TurnActs key={reader.turnActs} reader={reader} elements={elements} sheet={sheet} opening={reader.turnActs} /> : null}
        </div>
        <div className="visually-hidden" role="status">
          {reader.said}
        </div>
      </div>
      {find.isOpen ? <FoundTicks find={find} transcript={transcript} chunks={chunks} root={root} revision={view.revision} /> : null}
    </div>
  );
}

/** The text's elements, and what is drawn in them: another object whenever the paragraphs are others. */
function useDrawnText({ transcript, correction }: Reader): {
  elements: TextElements;
  drawn: { readonly chunks: readonly Chunk[]; readonly drawing: number };
} {
  const scroller = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const paragraphs = useRef<Paragraphs>(new Map());
  const elements = useMemo<TextElements>(() => ({ scroller, root, paragraphs }), []);
  const drawing = useUnchangedWords(root);
  const chunks = useChunks(transcript, correction.editing?.turnId ?? null);
  const drawn = useMemo(() => ({ chunks, drawing }), [chunks, drawing]);
  useLayoutEffect(() => {
    if (root.current) paragraphs.current = collectParagraphs(root.current);
  }, [drawn]);
  return { elements, drawn };
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
    const view = words && scroller.current?.getBoundingClientRect();
    const page = words && sheet.current?.getBoundingClientRect();
    setPlace(words && view && page ? palettePlace(words, view, page) : null);
  }, [isOpen, latest, transcript, scroller, paragraphs, sheet]);
  return isOpen ? place : null;
}
