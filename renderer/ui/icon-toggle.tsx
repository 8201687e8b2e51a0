// A button that shows an icon and stays pressed: a way of looking at what is on screen.
import type { LucideIcon } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import { Tooltip } from './tooltip.tsx';
import './button.css';
import './icon-toggle.css';

interface IconToggleProps {
  icon: LucideIcon;
  /** What it does; read aloud, and shown on hover and focus. */
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  isDisabled?: boolean;
}

export function IconToggle({ icon: Icon, label, isOn, onChange, isDisabled = false }: IconToggleProps) {
  return (
    <Tooltip text={label}>
      <ToggleButton
        aria-label={label}
        className="button button-quiet button-icon icon-toggle"
        isSelected={isOn}
        onChange={onChange}
        isDisabled={isDisabled}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </ToggleButton>
    </Tooltip>
  );
}
