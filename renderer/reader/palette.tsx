// One field over all grids, beside the words: type, Enter, and again. It stays open for several categories in a row.
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { readerText } from '../../shared/i18n/reader.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { classes } from '../ui/classes.ts';
import { Kbd } from '../ui/kbd.tsx';
import { useText } from '../ui/language.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { useRun } from '../ui/use-run.ts';
import { placeUnder } from './new-category-place.ts';
import { originOf, rankPalette } from './palette-ranking.ts';
import type { PaletteMatch, TextPart } from './palette-ranking.ts';
import { useReader } from './reader-context.tsx';
import type { NewCategoryPlace, PaletteOpening, Reader } from './reader-context.tsx';
import { textKeyOf } from './text-keys.ts';
import { wordsOf } from './transcript.ts';
import { copiedText } from './turn-words.ts';

/** More than anybody reads; the rest is reached by typing. */
const SHOWN = 40;
const NEW_NAME_UTF16 = 48;
const NEW_NAME_LIMIT_UTF16 = 300;

interface PaletteProps {
  opening: PaletteOpening;
  /** Pixels in the text's sheet; `maxHeight` is what the view leaves. */
  place: { readonly left: number; readonly top: number; readonly isAbove: boolean; readonly maxHeight: number };
  opensOnSelection: boolean;
  onOpensOnSelection: (opens: boolean) => void;
}

interface PaletteState {
  readonly query: string;
  /** Row under the keyboard; the matches first, then the row that creates. */
  readonly index: number;
  /** True once the arrows were used: the row is then a choice, not a default. */
  readonly isMoved: boolean;
  /** True while the field looks for the parent of the category to make. */
  readonly picksParent: boolean;
  /** The name put aside while its parent is looked for. */
  readonly name: string;
}

function openedState(opening: PaletteOpening): PaletteState {
  return { query: opening.query.slice(0, NEW_NAME_LIMIT_UTF16), index: 0, isMoved: false, picksParent: false, name: '' };
}

function ownStripes({ passageId, coded, me }: Reader) {
  const stripes = (passageId && coded.byPassage.get(passageId)) || [];
  return stripes.flatMap(({ categoryId, codings }) => {
    const own = codings.find(({ coderId }) => coderId === me);
    return own ? [{ categoryId, codingId: own.id }] : [];
  });
}

export function Palette({ opening, place, opensOnSelection, onOpensOnSelection }: PaletteProps) {
  const text = useText(readerText);
  const reader = useReader();
  const run = useRun();
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [state, setState] = useState(() => openedState(opening));
  const { query, picksParent } = state;

  const entries = useMemo(() => [...reader.categories.values()], [reader.categories]);
  const matches = useMemo(() => rankPalette(entries, query, reader.recent), [entries, query, reader.recent]);
  const shown = matches.slice(0, SHOWN);
  const name = query.trim().slice(0, NEW_NAME_LIMIT_UTF16);
  const canCreate = !picksParent && name !== '' && reader.newUnder !== null;
  const rows = shown.length + (canCreate ? 1 : 0);
  const wished = opening.creates && !state.isMoved && canCreate ? shown.length : state.index;
  const index = Math.max(0, Math.min(wished, rows - 1));
  const highlighted = shown[index];
  const under: NewCategoryPlace | null = state.isMoved && highlighted ? placeUnder(highlighted.entry) : reader.newUnder;

  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  const { showRule } = reader;
  const highlightedId = highlighted?.entry.category.id;
  useEffect(() => {
    if (highlightedId) showRule(highlightedId);
  }, [highlightedId, showRule]);

  const close = () => {
    reader.closePalette();
    reader.text.current?.focus();
  };
  const cleared: PaletteState = { query: '', index: 0, isMoved: false, picksParent: false, name: '' };
  const create = (parent: NewCategoryPlace | null) => {
    if (!canCreate || !parent) return;
    reader.setNewUnder(parent);
    void reader.acts.create(name, parent);
    setState(cleared);
  };
  const accept = (match: PaletteMatch) => {
    if (picksParent) {
      reader.setNewUnder(placeUnder(match.entry));
      setState({ ...cleared, query: state.name, index: Number.MAX_SAFE_INTEGER });
    } else {
      void reader.acts.apply(match.entry.category.id);
      setState(cleared);
    }
    field.current?.focus({ preventScroll: true });
  };
  const pickParent = () => {
    setState({ ...cleared, picksParent: true, name: query });
    field.current?.focus({ preventScroll: true });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const handled = keyInField(event);
    if (handled) event.preventDefault();
  };
  const keyInField = (event: KeyboardEvent<HTMLInputElement>): boolean => {
    const command = event.ctrlKey || event.metaKey;
    if (event.key === 'Escape') {
      if (picksParent) setState({ ...cleared, query: state.name });
      else close();
      event.stopPropagation();
      return true;
    }
    if (event.key === 'Enter') {
      if (command) create(under);
      else if (highlighted) accept(highlighted);
      else create(under);
      return true;
    }
    if (query === '' && command && event.key.toLowerCase() === 'z') {
      void run(event.shiftKey ? 'history.redo' : 'history.undo', {});
      return true;
    }
    if (event.altKey && event.shiftKey) {
      const key = textKeyOf(event);
      if (key?.act !== 'passageEdge') return false;
      void reader.acts.step(key.edge, key.step);
      return true;
    }
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (by === undefined || event.altKey || command) return false;
    setState({ ...state, index: Math.max(0, Math.min(rows - 1, index + by)), isMoved: true });
    return true;
  };
  const onCopy = (event: React.ClipboardEvent) => {
    if (query !== '' || !reader.target) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copiedText(reader.transcript, reader.target, text.copied));
  };

  const applied = ownStripes(reader);
  return (
    <div
      className={classes('reader-palette', place.isAbove && 'reader-palette-above')}
      style={{ left: place.left, top: place.top, maxHeight: place.maxHeight }}
      role="dialog"
      aria-label={text.palette}
    >
      {applied.length > 0 ? (
        <ul className="reader-palette-applied" aria-label={text.applied}>
          {applied.map(({ categoryId, codingId }) => {
            const entry = reader.categories.get(categoryId);
            return entry ? (
              <li key={codingId}>
                <Chip color={entry.category.color} onRemove={() => void reader.acts.remove(codingId)} removeLabel={text.removeCategory(entry.category.name)}>
                  {entry.category.name}
                </Chip>
              </li>
            ) : null;
          })}
        </ul>
      ) : null}
      <input
        ref={field}
        className="reader-palette-field"
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={rows > 0 ? `${listId}-${index}` : undefined}
        aria-label={picksParent ? text.paletteParentField : text.palette}
        placeholder={picksParent ? text.paletteParentField : text.paletteField}
        value={query}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setState({ ...state, query: event.target.value, index: 0, isMoved: false })}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
      />
      <div ref={list} id={listId} className="reader-palette-list" role="listbox" aria-label={text.palette}>
        {shown.map((match, row) => (
          <Row key={match.entry.category.id} id={`${listId}-${row}`} isSelected={row === index} onPick={() => accept(match)}>
            <Swatch color={match.entry.category.color} />
            <span className="reader-palette-name">
              <Bold parts={match.name} />
            </span>
            <small className="reader-palette-path">{[match.entry.grid.title, ...match.entry.path].join(' › ')}</small>
            {row === index ? <Kbd keys="↵" /> : null}
          </Row>
        ))}
        {matches.length > SHOWN ? <div className="reader-palette-more">{text.more(matches.length - SHOWN)}</div> : null}
        {rows === 0 ? <div className="reader-palette-more">{text.noMatch}</div> : null}
        {canCreate && under ? (
          <Row id={`${listId}-${shown.length}`} isSelected={index === shown.length} onPick={() => create(under)}>
            <span className="reader-palette-new" aria-hidden />
            <span className="reader-palette-name">
              {text.create(name.length > NEW_NAME_UTF16 ? `${name.slice(0, NEW_NAME_UTF16)}…` : name)}{' '}
              <span className="quiet">{text.under(under.parentId === null ? text.topOf(under.label) : under.label)}</span>
            </span>
            <small className="reader-palette-path">{reader.target && originOf(name, wordsOf(reader.transcript, reader.target)) === 'in-vivo' ? text.inVivo : text.emergent}</small>
            <Kbd keys="Ctrl+↵" />
          </Row>
        ) : null}
      </div>
      <div className="reader-palette-foot">
        {canCreate ? (
          <Button variant="quiet" size="small" aria-label={text.changeParentLabel} onPress={pickParent}>
            {text.changeParent}
          </Button>
        ) : (
          <label className="reader-palette-option">
            <input type="checkbox" checked={opensOnSelection} onChange={(event) => onOpensOnSelection(event.target.checked)} />
            {text.opensOnSelection}
          </label>
        )}
        <span className="reader-palette-keys">
          <Kbd keys="↵" /> {text.paletteFoot.apply} <Kbd keys="Esc" /> {text.paletteFoot.close}
        </span>
      </div>
    </div>
  );
}

function Bold({ parts }: { parts: readonly TextPart[] }) {
  return parts.map((part, index) => (part.matches ? <b key={index}>{part.text}</b> : <span key={index}>{part.text}</span>));
}

interface RowProps {
  id: string;
  isSelected: boolean;
  onPick: () => void;
  children: ReactNode;
}

/** The field keeps the focus: a row is pressed, never focused. */
function Row({ id, isSelected, onPick, children }: RowProps) {
  return (
    <div
      id={id}
      className="reader-palette-row"
      role="option"
      tabIndex={-1}
      aria-selected={isSelected}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      {children}
    </div>
  );
}
