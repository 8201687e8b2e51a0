// One field over all grids, beside the words: type, Enter, and again. It stays open for several categories in a row.
import { memo, useCallback, useDeferredValue, useId, useLayoutEffect, useRef } from 'react';
import type { ClipboardEvent, ReactNode } from 'react';
import type { QuickSlot } from '../../shared/domain/quick-list.ts';
import { waysText } from '../../shared/i18n/coding-ways.ts';
import { readerText } from '../../shared/i18n/reader.ts';
import { useKeysOf } from '../frame/use-keymap.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { classes } from '../ui/classes.ts';
import { Kbd } from '../ui/kbd.tsx';
import { useText } from '../ui/language.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { AFTER_CODING } from './after-coding.ts';
import type { PalettePlace } from './palette-place.ts';
import type { PaletteMatch, TextPart } from './palette-ranking.ts';
import { useReader } from './reader-context.tsx';
import type { PaletteOpening } from './reader-context.tsx';
import { copiedText } from './turn-words.ts';
import { useLatest } from './use-latest.ts';
import { usePalette } from './use-palette.ts';
import type { Palette as PaletteMind } from './use-palette.ts';

const NAME_SHOWN_UTF16 = 60;
/** What is seen of the list without scrolling: drawn with the letter typed, the rest after it. */
const DRAWN_AT_ONCE = 10;

interface PaletteProps {
  opening: PaletteOpening;
  place: PalettePlace;
  opensOnSelection: boolean;
  onOpensOnSelection: (opens: boolean) => void;
}

export function Palette({ opening, place, opensOnSelection, onOpensOnSelection }: PaletteProps) {
  const text = useText(readerText);
  const reader = useReader();
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const palette = usePalette(opening, () => {
    reader.closePalette();
    reader.text.current?.focus();
  });
  // before it is painted: a key pressed as soon as it is seen is the palette's
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);

  // With nothing typed, copying copies the words in hand.
  const onCopy = (event: ClipboardEvent) => {
    if (palette.query !== '' || !reader.target) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copiedText(reader.transcript, reader.target, text.copied));
  };
  const latest = useLatest(palette);
  const pickParent = useCallback(() => {
    latest.current.pickParent();
    field.current?.focus({ preventScroll: true });
  }, [latest]);
  const prompt = palette.picksParent ? text.paletteParentField : text.paletteField;
  return (
    <div
      className={classes('reader-palette', place.isAbove && 'reader-palette-above')}
      style={{ left: place.left, top: place.top, maxHeight: place.maxHeight }}
      role="dialog"
      aria-label={text.palette}
    >
      <Applied />
      <input
        ref={field}
        className="reader-palette-field"
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={palette.row >= 0 && palette.rows > 0 ? `${listId}-${palette.row}` : undefined}
        aria-label={palette.picksParent ? prompt : text.palette}
        placeholder={prompt}
        value={palette.query}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => palette.type(event.target.value)}
        onKeyDown={palette.onKeyDown}
        onCopy={onCopy}
      />
      <Rows palette={palette} listId={listId} />
      <Foot
        creates={palette.creation !== null}
        picksParent={palette.picksParent}
        onPickParent={pickParent}
        opensOnSelection={opensOnSelection}
        onOpensOnSelection={onOpensOnSelection}
      />
    </div>
  );
}

interface FootProps extends Pick<PaletteProps, 'opensOnSelection' | 'onOpensOnSelection'> {
  /** True where the letters typed could name a new category. */
  creates: boolean;
  picksParent: boolean;
  onPickParent: () => void;
}

const Foot = memo(function Foot({ creates, picksParent, onPickParent, opensOnSelection, onOpensOnSelection }: FootProps) {
  const text = useText(readerText);
  return (
    <div className="reader-palette-foot">
      {creates ? (
        <Button variant="quiet" size="small" onPress={onPickParent}>
          {text.changeParent}
        </Button>
      ) : (
        <label className="reader-palette-option">
          <input type="checkbox" checked={opensOnSelection} onChange={(event) => onOpensOnSelection(event.target.checked)} />
          {text.opensOnSelection}
        </label>
      )}
      <AfterChoice />
      <span className="reader-palette-keys">
        <Kbd keys="Enter" /> {picksParent ? text.paletteFoot.choose : text.paletteFoot.apply} <Kbd keys="Escape" /> {text.paletteFoot.close}
      </span>
    </div>
  );
});

/** What the palette does after an application; the field keeps the focus. */
function AfterChoice() {
  const text = useText(waysText);
  const { afterCoding, setAfterCoding } = useReader().ways;
  return (
    <label className="reader-palette-option" title={text.afterTitle}>
      {text.after}
      <select value={afterCoding} onChange={(event) => setAfterCoding(AFTER_CODING.find((after) => after === event.target.value) ?? 'open')}>
        {AFTER_CODING.map((after) => (
          <option key={after} value={after}>
            {text.afterChoices[after]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The acting coder's categories on the words in hand, each with the way to take it off again. */
function Applied() {
  const text = useText(readerText);
  const { passageId, coded, me, categories, acts } = useReader();
  const stripes = (passageId && coded.byPassage.get(passageId)) || [];
  const own = stripes.flatMap(({ codings }) => codings.filter(({ coderId }) => coderId === me));
  if (own.length === 0) return null;
  return (
    <ul className="reader-palette-applied" aria-label={text.applied}>
      {own.map(({ id, categoryId }) => {
        const category = categories.get(categoryId)?.category;
        return category ? (
          <li key={id}>
            <Chip color={category.color} onRemove={() => void acts.remove(id)} removeLabel={text.removeCategory(category.name)}>
              {category.name}
            </Chip>
          </li>
        ) : null;
      })}
    </ul>
  );
}

function Rows({ palette, listId }: { palette: PaletteMind; listId: string }) {
  const text = useText(readerText);
  const list = useRef<HTMLDivElement>(null);
  const { matches, creation, row, more, rows } = palette;
  const settled = useDeferredValue(matches);
  const drawn = settled === matches ? matches : matches.slice(0, Math.max(DRAWN_AT_ONCE, row + 1));
  const { quick } = useReader().ways;
  const latest = useLatest(palette);
  const take = useCallback((match: PaletteMatch) => latest.current.take(match), [latest]);
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [row]);
  const under = creation?.under;
  const createKeys = useKeysOf('paletteCreate');
  return (
    <div ref={list} id={listId} className="reader-palette-list" role="listbox" aria-label={text.palette}>
      {drawn.map((match, index) => (
        <Match
          key={match.entry.category.id}
          id={`${listId}-${index}`}
          match={match}
          quick={quick.find(({ categoryId }) => categoryId === match.entry.category.id)}
          isSelected={index === row}
          onTake={take}
        />
      ))}
      {more > 0 ? <div className="reader-palette-more">{text.more(more)}</div> : null}
      {rows === 0 ? <div className="reader-palette-more">{text.noMatch}</div> : null}
      {creation && under ? (
        <Row id={`${listId}-${matches.length}`} isSelected={row === matches.length} onPick={() => palette.create()}>
          <span className="reader-palette-new" aria-hidden />
          <span className="reader-palette-name">
            {text.create(creation.name.length > NAME_SHOWN_UTF16 ? `${creation.name.slice(0, NAME_SHOWN_UTF16)}…` : creation.name)}{' '}
            <span className="quiet">{text.under(under.parentId === null ? text.topOf(under.label) : under.label)}</span>
          </span>
          <small className="reader-palette-path">{creation.origin === 'in-vivo' ? text.inVivo : text.emergent}</small>
          {row === matches.length ? <Kbd keys="↵" /> : createKeys === undefined ? null : <Kbd keys={createKeys} />}
        </Row>
      ) : null}
    </div>
  );
}

interface MatchProps {
  id: string;
  match: PaletteMatch;
  /** The key that applies it without the palette. */
  quick: QuickSlot | undefined;
  isSelected: boolean;
  onTake: (match: PaletteMatch) => void;
}

const Match = memo(function Match({ id, match, quick, isSelected, onTake }: MatchProps) {
  const { category, path, grid } = match.entry;
  return (
    <Row id={id} isSelected={isSelected} onPick={() => onTake(match)}>
      <Swatch color={category.color} />
      <span className="reader-palette-name">
        <Bold parts={match.name} />
      </span>
      <small className="reader-palette-path">{[...path.toReversed(), grid.title].join(' · ')}</small>
      {quick ? <span className={classes('quick-digit', quick.isPinned && 'quick-digit-pinned')}>{quick.digit}</span> : null}
      {isSelected ? <Kbd keys="↵" /> : null}
    </Row>
  );
});

function Bold({ parts }: { parts: readonly TextPart[] }) {
  return parts.map((part, index) => (part.matches ? <b key={index}>{part.text}</b> : <span key={index}>{part.text}</span>));
}

interface RowProps {
  id: string;
  isSelected: boolean;
  onPick: () => void;
  children: ReactNode;
}

/** Pressed with the mouse, chosen with the arrows; the field keeps the focus. */
function Row({ id, isSelected, onPick, children }: RowProps) {
  return (
    <div
      id={id}
      className="reader-palette-row"
      role="option"
      tabIndex={-1}
      aria-selected={isSelected}
      onPointerDown={(event) => event.preventDefault()}
      onPointerUp={onPick}
    >
      {children}
    </div>
  );
}
