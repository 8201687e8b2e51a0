// A list of acts that opens from a button.
import { Check } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import {
  Menu as AriaMenu,
  Header,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import type { Placement } from 'react-aria-components';
import { Button } from './button.tsx';
import type { ButtonProps } from './button.tsx';
import { classes } from './classes.ts';
import { Kbd } from './kbd.tsx';
import './popover.css';

export interface MenuItemProps {
  label: string;
  onAction: () => void;
  icon?: LucideIcon;
  keys?: string;
  /** Given for choices: true shows a check, false keeps its place free. */
  isChosen?: boolean;
  isDanger?: boolean;
  isDisabled?: boolean;
  /** Shown before the label: a swatch, initials. */
  before?: ReactNode;
}

export function MenuItem({ label, onAction, icon: Icon, keys, isChosen, isDanger, isDisabled = false, before }: MenuItemProps) {
  return (
    <AriaMenuItem className={classes('list-item', isDanger && 'list-item-danger')} textValue={label} onAction={onAction} isDisabled={isDisabled}>
      {Icon ? <Icon size={15} strokeWidth={1.75} aria-hidden /> : null}
      {before}
      <span className="list-item-label">{label}</span>
      {isChosen ? <Check size={14} className="list-item-check" aria-label="✓" /> : null}
      {keys ? <Kbd keys={keys} /> : null}
    </AriaMenuItem>
  );
}

export function MenuSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <AriaMenuSection>
      <Header className="list-header">{title}</Header>
      {children}
    </AriaMenuSection>
  );
}

export function MenuSeparator() {
  return <Separator className="list-separator" />;
}

interface MenuProps {
  /** The button that opens it: a `Button`, an `IconButton` or a React Aria button. */
  trigger: ReactElement;
  /** Read aloud as the menu's name. */
  label: string;
  children: ReactNode;
  placement?: Placement;
}

/** `<Menu trigger={<IconButton …/>} label="…"><MenuItem …/></Menu>` */
export function Menu({ trigger, label, children, placement = 'bottom start' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover" placement={placement} offset={4}>
        <AriaMenu className="list" aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

export interface MenuButtonProps extends Omit<ButtonProps, 'children'> {
  label: string;
  /** Shown on the button instead of the label. */
  content?: ReactNode;
  children: ReactNode;
  placement?: Placement;
}

/** A text button with its menu. */
export function MenuButton({ label, content, children, placement = 'bottom start', ...button }: MenuButtonProps) {
  return (
    <Menu trigger={<Button {...button}>{content ?? label}</Button>} label={label} placement={placement}>
      {children}
    </Menu>
  );
}
