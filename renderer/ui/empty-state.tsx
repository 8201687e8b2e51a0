// What a screen shows when there is nothing yet: what it is for, and what to do next.
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './empty-state.css';

interface EmptyStateProps {
  title: string;
  text?: ReactNode;
  icon?: LucideIcon;
  actions?: ReactNode;
}

export function EmptyState({ title, text, icon: Icon, actions }: EmptyStateProps) {
  return (
    <div className="empty-state">
      {Icon ? <Icon size={28} strokeWidth={1.25} aria-hidden /> : null}
      <p className="empty-state-title">{title}</p>
      {text ? <div className="empty-state-text">{text}</div> : null}
      {actions ? <div className="empty-state-actions">{actions}</div> : null}
    </div>
  );
}
