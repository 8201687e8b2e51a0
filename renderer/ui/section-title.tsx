// The quiet heading of one part of a panel.
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import './section-title.css';

interface SectionTitleProps {
  children: ReactNode;
  /** Shown at the right end: a number, buttons. */
  end?: ReactNode;
  level?: 2 | 3 | 4;
  className?: string;
}

export function SectionTitle({ children, end, level = 3, className }: SectionTitleProps) {
  const Tag = `h${level}` as const;
  return (
    <div className={classes('section-title', className)}>
      <Tag className="section-title-text">{children}</Tag>
      {end === undefined ? null : <span className="section-title-end">{end}</span>}
    </div>
  );
}
