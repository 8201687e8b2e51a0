// One category in the tree beside the text: its name to drag, the key that applies it, its count, and its menu.
import { CircleCheck, Eye, MoreHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Category } from '../../shared/domain/category.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';
import type { QuickDigit, QuickSlot } from '../../shared/domain/quick-list.ts';
import { waysText } from '../../shared/i18n/coding-ways.ts';
import { readerText } from '../../shared/i18n/reader.ts';
import { useNavigation } from '../navigation.tsx';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import { Menu, MenuItem, MenuSection } from '../ui/menu.tsx';
import type { CategoryIndex } from './category-index.ts';
import { beginCategoryDrag, setDragged } from './dragged.ts';

/** What the rows know of the text beside them. */
export interface RowSurroundings {
  readonly categories: CategoryIndex;
  readonly quick: readonly QuickSlot[];
  readonly isReadOnly: boolean;
  readonly onApply: (categoryId: CategoryId) => void;
  readonly onShow: (categoryId: CategoryId) => void;
  readonly onPin: (digit: QuickDigit, categoryId: CategoryId | null) => void;
}

export function DraggedName({ category, isFixed }: { category: Category; isFixed: boolean }) {
  return (
    <span
      className="reader-drag-name"
      title={category.name}
      draggable={!isFixed}
      onDragStart={(event) => beginCategoryDrag(event, category.id, category.name)}
      onDragEnd={() => setDragged(null)}
    >
      {category.name}
    </span>
  );
}

/** The key that applies the category, where it has one; its menu; and how often it is applied: a way to its card. */
export function RowEnd({ category, around }: { category: Category; around: RowSurroundings }) {
  const text = useText(readerText);
  const { go } = useNavigation();
  const slot = around.quick.find(({ categoryId }) => categoryId === category.id);
  return (
    <>
      {slot ? <span className={classes('quick-digit', slot.isPinned && 'quick-digit-pinned')}>{slot.digit}</span> : null}
      {around.isReadOnly ? null : <RowMenu category={category} around={around} />}
      {category.codings === 0 ? null : (
        <AriaButton
          className="reader-count"
          aria-label={text.passagesOfCategory(category.name, category.codings)}
          onPress={() => go({ screen: 'grids', gridId: category.gridId, categoryId: category.id })}
        >
          {text.number(category.codings)}
        </AriaButton>
      )}
    </>
  );
}

function RowMenu({ category, around }: { category: Category; around: RowSurroundings }) {
  const words = useText(waysText);
  const { quick, categories, onApply, onShow, onPin } = around;
  const items: ReactNode[] = quick.map(({ digit, categoryId, isPinned }) => {
    const isHere = isPinned && categoryId === category.id;
    const now = isPinned && categoryId !== null && !isHere ? (categories.get(categoryId)?.category.name ?? null) : null;
    return <MenuItem key={digit} label={words.underDigit(digit, now)} isChosen={isHere} onAction={() => onPin(digit, isHere ? null : category.id)} />;
  });
  return (
    <Menu
      label={words.rowMenu(category.name)}
      placement="bottom end"
      trigger={
        <AriaButton className="reader-row-menu" aria-label={words.rowMenu(category.name)}>
          <MoreHorizontal size={13} aria-hidden />
        </AriaButton>
      }
    >
      <MenuItem icon={CircleCheck} label={words.applyHere} onAction={() => onApply(category.id)} />
      <MenuItem icon={Eye} label={words.showPassages} onAction={() => onShow(category.id)} />
      <MenuSection title={words.putUnder}>{items}</MenuSection>
    </Menu>
  );
}
