// What can be done on a head: sort the lines across by it, sort its own side, fold, freeze, fit, move, hide. Opened by mouse and by keyboard.
import { useRef } from 'react';
import { Menu as AriaMenu, Popover } from 'react-aria-components';
import type { MatrixTable } from '../../shared/domain/matrix.ts';
import { gridText } from '../../shared/i18n/matrix-grid.ts';
import { useText } from '../ui/language.tsx';
import { MenuItem, MenuSection } from '../ui/menu.tsx';
import type { ProjectFrame } from './frame.ts';
import type { ParentOf } from './grid-folds.ts';
import type { CellPosition } from './grid-keys.ts';
import { menuSections } from './header-acts.ts';
import type { HeaderSpan, RowHead } from './header-spans.ts';
import type { TableChanges } from './table-changes.ts';

export interface OpenMenu {
  readonly at: CellPosition;
  readonly element: HTMLElement;
}

interface HeaderMenuProps {
  menu: OpenMenu;
  table: MatrixTable;
  whole: MatrixTable;
  frame: ProjectFrame;
  changes: TableChanges;
  spans: readonly (readonly HeaderSpan[])[];
  heads: readonly RowHead[];
  parentOf: ParentOf;
  onFit: (column: number | null) => void;
  onMove: (at: CellPosition, by: -1 | 1) => void;
  onClose: () => void;
}

export function HeaderMenu(props: HeaderMenuProps) {
  const { menu, onClose } = props;
  const words = useText(gridText);
  const head = useRef<HTMLElement>(menu.element);
  const sections = menuSections(props, words);
  const close = (isOpen: boolean) => {
    if (isOpen) return;
    onClose();
    // A head that was moved or folded away gives the keyboard back to the grid.
    if (head.current.isConnected) head.current.focus({ preventScroll: true });
  };
  return (
    <Popover className="popover matrices-menu" triggerRef={head} isOpen onOpenChange={close} placement="bottom start" offset={2}>
      <AriaMenu className="list" aria-label={words.headMenu} autoFocus="first" onClose={() => close(false)}>
        {sections.map(({ title, items }) => (
          <MenuSection key={title} title={title}>
            {items.map(({ label, icon, isChosen, keys, isDisabled = false, act }) => (
              <MenuItem
                key={label}
                label={label}
                onAction={act}
                isDisabled={isDisabled}
                {...(icon ? { icon } : {})}
                {...(isChosen === undefined ? {} : { isChosen })}
                {...(keys === undefined ? {} : { keys })}
              />
            ))}
          </MenuSection>
        ))}
      </AriaMenu>
    </Popover>
  );
}
