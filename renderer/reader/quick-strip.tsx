// The quick list under the eyes: the keys 1 … 9 with their categories, to press, to drop categories on, and to hide.
import { ChevronDown, ChevronRight, Pin } from 'lucide-react';
import { useState } from 'react';
import type { DragEvent, KeyboardEvent } from 'react';
import { Button } from 'react-aria-components';
import type { CategoryId } from '../../shared/domain/ids.ts';
import type { QuickDigit, QuickSlot } from '../../shared/domain/quick-list.ts';
import { waysText } from '../../shared/i18n/coding-ways.ts';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import { Swatch } from '../ui/swatch.tsx';
import type { CategoryIndex } from './category-index.ts';
import { presentDrag, useDragged } from './dragged.ts';
import { useStored } from './reading-place.ts';

interface QuickStripProps {
  slots: readonly QuickSlot[];
  categories: CategoryIndex;
  isReadOnly: boolean;
  onPick: (categoryId: CategoryId) => void;
  onPin: (digit: QuickDigit, categoryId: CategoryId | null) => void;
  /** Words were let go on a key: its category is applied to them. */
  onWords: (categoryId: CategoryId) => void;
}

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

export function QuickStrip(props: QuickStripProps) {
  const text = useText(waysText);
  const [isShown, setShown] = useStored('trame.quickStrip', true, isBoolean);
  const { slots, categories, isReadOnly } = props;
  // keys without a category are there to drop one on
  const isDragging = useDragged()?.kind === 'category';
  return (
    <section className={classes('quick-strip', isDragging && isShown && !isReadOnly && 'quick-dragging')} aria-label={text.quickList}>
      <Button
        className="quick-head"
        aria-expanded={isShown}
        aria-label={isShown ? text.quickHide : text.quickShow}
        onPress={() => setShown(!isShown)}
      >
        {isShown ? <ChevronDown size={13} aria-hidden /> : <ChevronRight size={13} aria-hidden />}
        {text.quickList}
      </Button>
      {isShown ? (
        <>
          <ol className="quick-slots">
            {slots
              .filter(({ categoryId }) => categoryId !== null || (isDragging && !isReadOnly))
              .map((slot) => (
                <Slot key={slot.digit} {...props} slot={slot} entry={slot.categoryId === null ? undefined : categories.get(slot.categoryId)} />
              ))}
          </ol>
          {isReadOnly || slots.some(({ isPinned }) => isPinned) ? null : <p className="quick-hint">{text.quickHint}</p>}
        </>
      ) : null}
    </section>
  );
}

type SlotProps = QuickStripProps & { slot: QuickSlot; entry: ReturnType<CategoryIndex['get']> };

function Slot({ slot, entry, isReadOnly, onPick, onPin, onWords }: SlotProps) {
  const text = useText(waysText);
  const dragged = useDragged();
  const [isOver, setOver] = useState(false);
  const { digit, categoryId, isPinned } = slot;
  const takes = !isReadOnly && (dragged?.kind === 'category' || (dragged?.kind === 'words' && categoryId !== null));
  const name = entry?.category.name;
  const over = (event: DragEvent) => {
    if (!takes) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const drag = presentDrag();
    if (drag?.kind === 'category') onPin(digit, drag.categoryId);
    else if (drag && categoryId) onWords(categoryId);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPinned || isReadOnly || (event.key !== 'Delete' && event.key !== 'Backspace')) return;
    event.preventDefault();
    onPin(digit, null);
  };
  return (
    // the key itself is the button in it; dragging has the row's menu and the palette for the keyboard
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={classes('quick-slot', takes && 'quick-takes', isOver && takes && 'quick-over')}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onKeyDown={onKeyDown}
    >
      <Button
        className="quick-button"
        aria-label={name === undefined ? text.quickFree(digit) : `${text.quickSlot(digit, name)}, ${isPinned ? text.quickPinned : text.quickRecent}`}
        isDisabled={categoryId === null}
        onPress={() => categoryId && onPick(categoryId)}
      >
        <span className={classes('quick-digit', isPinned && 'quick-digit-pinned')}>{digit}</span>
        {entry ? <Swatch color={entry.category.color} /> : null}
        <span className="quick-name">{name ?? ''}</span>
      </Button>
      {isPinned && !isReadOnly ? (
        <Button className="quick-unpin" aria-label={text.quickUnpin(digit)} onPress={() => onPin(digit, null)}>
          <Pin size={12} aria-hidden />
        </Button>
      ) : null}
    </li>
  );
}
