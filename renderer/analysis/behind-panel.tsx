// The panel beside an analysis that lists what stands behind a mark or a number: it takes the focus and gives it back, Escape closes it.
import { X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { analysesText } from '../../shared/i18n/analyses.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';

interface BehindPanelProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

export function BehindPanel({ title, onClose, children }: BehindPanelProps) {
  const words = useText(analysesText);
  const titleId = useId();
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const from = document.activeElement;
    heading.current?.focus();
    return () => {
      // who closed it stands again on the number it was opened from
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && from?.isConnected && 'focus' in from) (from as HTMLElement | SVGElement).focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    const element = panel.current;
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    element?.addEventListener('keydown', close);
    return () => element?.removeEventListener('keydown', close);
  }, [onClose]);
  return (
    <section ref={panel} className="analysis-behind" aria-labelledby={titleId}>
      <header>
        <h2 id={titleId} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <IconButton icon={X} label={words.close} onPress={onClose} />
      </header>
      {children}
    </section>
  );
}
