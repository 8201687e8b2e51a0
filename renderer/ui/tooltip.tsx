// A word on hover or focus for what shows no words.
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import type { Placement } from 'react-aria-components';
import { Kbd } from './kbd.tsx';
import { hasKeyedBefore, watchHands } from './last-hand.ts';
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
  const [isOpen, setOpen] = useState(false);
  const shown = useRef<HTMLDivElement>(null);
  useEffect(watchHands, []);
  // Escape is meant for the tooltip where somebody points or stands; over a pointer that was left lying there it is meant for the dialog
  useEffect(() => {
    if (!isOpen) return undefined;
    const letPass = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !hasKeyedBefore(event)) return;
      const describes = document.activeElement?.getAttribute('aria-describedby')?.split(' ') ?? [];
      const isStoodOn = describes.includes(shown.current?.id ?? '');
      // closed before React Aria's own listener on the document hears the key, and keeps it
      if (!isStoodOn) flushSync(() => setOpen(false));
    };
    window.addEventListener('keydown', letPass, true);
    return () => window.removeEventListener('keydown', letPass, true);
  }, [isOpen]);
  return (
    <TooltipTrigger delay={DELAY_MS} closeDelay={80} isOpen={isOpen} onOpenChange={setOpen}>
      {children}
      <AriaTooltip ref={shown} className="tooltip" offset={6} placement={placement}>
        {text}
        {keys ? <Kbd keys={keys} /> : null}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
