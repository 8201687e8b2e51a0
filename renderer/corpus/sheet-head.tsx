// A column's heading: sorts with a click, and offers what can be done with the column.
import { ArrowDown, ArrowUp, ChevronDown } from 'lucide-react';
import { memo, useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { attributesText } from '../../shared/i18n/attributes.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx';
import { Popover } from '../ui/popover.tsx';
import type { SheetColumn, Sorting } from './sheet-model.ts';

interface SheetHeadProps<Row> {
  column: SheetColumn<Row>;
  /** Where it stays when the sheet is scrolled sideways; null where it goes along. */
  pinned: number | null;
  sorting: Sorting | null;
  /** Up, down, none, by turns. */
  onSort: (columnId: string) => void;
  onSorting: (sorting: Sorting | null) => void;
}

function SheetHeadView<Row>({ column, pinned, sorting, onSort, onSorting }: SheetHeadProps<Row>) {
  const text = useText(attributesText);
  const [opened, setOpened] = useState<string | null>(null);
  const hintId = useId();
  const head = useRef<HTMLTableCellElement>(null);
  const isSorted = sorting?.columnId === column.id;
  const Arrow = sorting?.isDescending ? ArrowDown : ArrowUp;
  const place = pinned === null ? {} : { style: { left: pinned, zIndex: 3 } };
  if (column.isMenu) {
    return (
      <th scope="col" {...place}>
        <span className="visually-hidden">{column.title}</span>
      </th>
    );
  }
  const act = column.acts?.find(({ id }) => id === opened);
  const close = () => {
    setOpened(null);
    head.current?.querySelector('button')?.focus();
  };
  return (
    <th
      ref={head}
      className={column.isNumber ? 'sheet-number' : undefined}
      aria-sort={isSorted ? (sorting.isDescending ? 'descending' : 'ascending') : 'none'}
      scope="col"
      {...place}
      title={column.hint ?? column.title}
    >
      <span className="sheet-head">
        {/* the arrows lead here from the cells below: two more stops for every column would be too many */}
        <Button
          className="sheet-sort"
          onPress={() => onSort(column.id)}
          aria-label={text.sortBy(column.title)}
          {...(column.hint ? { 'aria-describedby': hintId } : {})}
          excludeFromTabOrder
        >
          <span className="sheet-sort-words">{column.title}</span>
          {isSorted ? <Arrow size={12} aria-hidden /> : null}
        </Button>
        {column.hint ? (
          <span id={hintId} hidden>
            {column.hint}
          </span>
        ) : null}
        {column.acts && column.acts.length > 0 ? (
          <ColumnMenu column={column} isSorted={sorting !== null} onSorting={onSorting} onOpen={setOpened} />
        ) : null}
      </span>
      {act && 'shows' in act ? (
        <Popover label={act.label} triggerRef={head} isOpen onOpenChange={(open) => !open && close()} placement="bottom start">
          {act.shows(close)}
        </Popover>
      ) : null}
    </th>
  );
}

interface ColumnMenuProps<Row> {
  column: SheetColumn<Row>;
  /** By this column or another one. */
  isSorted: boolean;
  onSorting: (sorting: Sorting | null) => void;
  /** An act that shows something at the heading. */
  onOpen: (actId: string) => void;
}

function ColumnMenu<Row>({ column, isSorted, onSorting, onOpen }: ColumnMenuProps<Row>) {
  const text = useText(attributesText);
  return (
    <Menu
      trigger={<IconButton icon={ChevronDown} label={text.columnMenu(column.title)} size="small" className="sheet-head-more" excludeFromTabOrder />}
      label={text.columnMenu(column.title)}
    >
      <MenuItem label={text.sortUp} icon={ArrowUp} onAction={() => onSorting({ columnId: column.id, isDescending: false })} />
      <MenuItem label={text.sortDown} icon={ArrowDown} onAction={() => onSorting({ columnId: column.id, isDescending: true })} />
      {isSorted ? <MenuItem label={text.sortNone} onAction={() => onSorting(null)} /> : null}
      <MenuSeparator />
      {column.acts?.map((act) => (
        <MenuItem key={act.id} label={act.label} isDanger={act.isDanger ?? false} onAction={() => ('go' in act ? act.go() : onOpen(act.id))} />
      ))}
    </Menu>
  );
}

/** Drawn again only when the column or the order changed, not with every step of the arrows. */
export const SheetHead = memo(SheetHeadView) as typeof SheetHeadView;
