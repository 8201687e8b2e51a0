// Small labels: a category with its colour, a case in its hue, a word.
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { classes } from './classes.ts';
import { Swatch } from './swatch.tsx';
import './chip.css';

interface ChipProps {
  children: ReactNode;
  /** `#rrggbb`: shown as a swatch before the words. */
  color?: string | undefined;
  /** A place to go to; the chip becomes a button. */
  onPress?: (() => void) | undefined;
  /** Adds a small cross; `removeLabel` says what it removes. */
  onRemove?: (() => void) | undefined;
  removeLabel?: string;
  title?: string;
  className?: string | undefined;
}

export function Chip({ children, color, onPress, onRemove, removeLabel = '', title, className }: ChipProps) {
  const content = (
    <>
      {color ? <Swatch color={color} /> : null}
      <span className="chip-text">{children}</span>
    </>
  );
  return (
    <span className={classes('chip', className)} title={title}>
      {onPress ? (
        <Button className="chip-button" onPress={onPress}>
          {content}
        </Button>
      ) : (
        content
      )}
      {onRemove ? (
        <Button className="chip-remove" aria-label={removeLabel} onPress={onRemove}>
          <X size={12} aria-hidden />
        </Button>
      ) : null}
    </span>
  );
}
