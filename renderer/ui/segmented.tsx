// A few choices side by side, of which one holds: a view, a state.
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Key } from 'react-aria-components';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import './segmented.css';

export interface Segment<K extends string> {
  readonly id: K;
  readonly label: string;
  /** Shown before the label: a swatch, an icon. */
  readonly before?: ReactNode;
}

interface SegmentedProps<K extends string> {
  /** Read aloud as the group's name. */
  label: string;
  options: readonly Segment<K>[];
  value: K | null;
  onChange: (value: K | null) => void;
  /** Pressing the chosen one again lets go of it: `onChange(null)`. */
  canBeNone?: boolean;
  size?: 'normal' | 'small';
  isDisabled?: boolean;
  className?: string | undefined;
}

export function Segmented<K extends string>({
  label,
  options,
  value,
  onChange,
  canBeNone = false,
  size = 'normal',
  isDisabled = false,
  className,
}: SegmentedProps<K>) {
  const choose = (keys: Set<Key>) => {
    const [key] = keys;
    onChange(options.find(({ id }) => id === key)?.id ?? null);
  };
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={classes('segmented', size === 'small' && 'segmented-small', className)}
      selectionMode="single"
      disallowEmptySelection={!canBeNone}
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={choose}
      isDisabled={isDisabled}
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id} className={classes('segmented-option', `segmented-${option.id}`)}>
          {option.before}
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
