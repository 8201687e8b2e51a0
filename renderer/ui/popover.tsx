// What opens beside its button and closes on Escape or a click elsewhere.
import type { ReactNode } from 'react';
import { Popover as AriaPopover, Dialog } from 'react-aria-components';
import type { PopoverProps as AriaPopoverProps } from 'react-aria-components';
import { classes } from './classes.ts';
import './popover.css';

export interface PopoverProps extends Omit<AriaPopoverProps, 'className' | 'children'> {
  /** Read aloud as the popover's name. */
  label: string;
  className?: string | undefined;
  /** A function receives `close`. */
  children: ReactNode | ((close: () => void) => ReactNode);
}

/** Place it after its button in a React Aria `DialogTrigger`, or give `triggerRef` and `isOpen`. */
export function Popover({ label, className, children, ...props }: PopoverProps) {
  return (
    <AriaPopover offset={6} {...props} className={classes('popover', className)}>
      <Dialog aria-label={label} className="popover-dialog">
        {({ close }) => (typeof children === 'function' ? children(close) : children)}
      </Dialog>
    </AriaPopover>
  );
}
