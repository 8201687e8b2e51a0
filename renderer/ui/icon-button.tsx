// A button that shows what it does, and says it to those who hover, focus or listen.
import type { LucideIcon } from 'lucide-react';
import { Button } from './button.tsx';
import type { ButtonProps } from './button.tsx';
import { classes } from './classes.ts';
import { Tooltip } from './tooltip.tsx';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label'> {
  icon: LucideIcon;
  /** What it does; read aloud, and shown on hover and focus. */
  label: string;
  /** Keys to show beside the label: `Ctrl+K`. */
  keys?: string | undefined;
}

export function IconButton({ icon: Icon, label, keys, variant = 'quiet', size = 'normal', className, ...props }: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <Button {...props} variant={variant} size={size} aria-label={label} className={classes('button-icon', className)}>
        <Icon size={size === 'small' ? 14 : 16} strokeWidth={1.75} aria-hidden />
      </Button>
    </Tooltip>
  );
}
