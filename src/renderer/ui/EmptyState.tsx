import type { ReactNode } from 'react';
import './content.css';

export interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly title: string;
  /** One sentence that teaches. */
  readonly text?: string;
  /** One action. */
  readonly action?: ReactNode;
}

/** Where there is nothing yet: one sentence and one action. */
export function EmptyState({ icon, title, text, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      {icon !== undefined && (
        <span className="empty-icon" aria-hidden="true">
          {icon}
        </span>
      )}
      <p className="empty-title">{title}</p>
      {text !== undefined && <p className="empty-text">{text}</p>}
      {action}
    </div>
  );
}
