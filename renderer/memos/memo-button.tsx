// The way to the memos on one thing of a list: a quiet button with their number, which opens them beside it.
import { NotebookPen } from 'lucide-react';
import { Button, DialogTrigger } from 'react-aria-components';
import type { MemoTarget } from '../../shared/domain/memo.ts';
import { memosText } from '../../shared/i18n/memos.ts';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import { Popover } from '../ui/popover.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import './memo-panel.css';
import { MemosOn } from './memos-on.tsx';

interface MemoButtonProps {
  kind: MemoTarget;
  id: string;
  /** What it is called. */
  name: string;
  /** Memos on it. */
  count: number;
  className?: string;
}

export function MemoButton({ kind, id, name, count, className }: MemoButtonProps) {
  const words = useText(memosText);
  const label = words.memosOnWhat(name, count);
  return (
    <DialogTrigger>
      <Tooltip text={words.memosOn(count)}>
        <Button
          aria-label={label}
          className={classes('button button-quiet button-icon button-small memo-button', className)}
          data-count={count || undefined}
        >
          <NotebookPen size={14} strokeWidth={1.75} aria-hidden />
          {count > 0 ? <span className="memo-button-count">{count}</span> : null}
        </Button>
      </Tooltip>
      <Popover label={label} placement="bottom end">
        <div className="memos-popover">
          <p className="memos-popover-title">{name}</p>
          <MemosOn kind={kind} id={id} />
        </div>
      </Popover>
    </DialogTrigger>
  );
}
