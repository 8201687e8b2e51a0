// A case in its own hue, the same everywhere: position 0 is always hue 1.
import { Button } from 'react-aria-components';
import { classes } from './classes.ts';
import './chip.css';

const HUES = 6;

/** 1 … 6: which `--case-n` and `--case-n-soft` a case at this 0-based position has. */
export function caseHue(position: number): number {
  return (position % HUES) + 1;
}

interface CaseChipProps {
  name: string;
  /** 0-based position of the case in the project. */
  position: number;
  onPress?: (() => void) | undefined;
}

export function CaseChip({ name, position, onPress }: CaseChipProps) {
  const className = classes('chip chip-case', `chip-case-${caseHue(position)}`);
  if (!onPress) return <span className={className}>{name}</span>;
  return (
    <Button className={className} onPress={onPress}>
      {name}
    </Button>
  );
}
