// A word on hover or focus for what shows no words.
import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import type { Placement } from 'react-aria-components';
import { Kbd } from './kbd.tsx';
import './tooltip.css';

const DELAY_MS = 450;

interface TooltipProps {
  text: string;
  keys?: string | undefined;
  /** One React Aria button or link; put React Aria's `Focusable` around any other element. */
  children: ReactElement;
  placement?: Placement;
}

export function Tooltip({ text, keys, children, placement = 'top' }: TooltipProps) {
  return (
    <TooltipTrigger delay={DELAY_MS} closeDelay={80}>
      {children}
      <AriaTooltip className="tooltip" offset={6} placement={placement}>
        {text}
        {keys ? <Kbd keys={keys} /> : null}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
