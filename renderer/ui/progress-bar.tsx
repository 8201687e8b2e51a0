// How far a long piece of work is.
import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components';
import './progress-bar.css';

interface ProgressBarProps {
  label: string;
  done: number;
  /** 0 while it is not known. */
  total: number;
  /** Shown at the right instead of the percentage: « 3 sur 12 ». */
  valueText?: string;
}

export function ProgressBar({ label, done, total, valueText }: ProgressBarProps) {
  return (
    <AriaProgressBar
      className="progress"
      value={done}
      maxValue={Math.max(total, 1)}
      isIndeterminate={total === 0}
      {...(valueText ? { valueLabel: valueText } : {})}
    >
      {({ percentage, valueText: shown }) => (
        <>
          <div className="progress-words">
            <Label>{label}</Label>
            <span className="number quiet">{shown}</span>
          </div>
          <div className="progress-track">
            <div className="progress-fill" style={{ width: `${percentage ?? 30}%` }} />
          </div>
        </>
      )}
    </AriaProgressBar>
  );
}
