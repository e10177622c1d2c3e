import { useId, type ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';
import './content.css';

export interface CardProps {
  /** For a chart this is the finding, written by rule. */
  readonly title?: ReactNode;
  /** The measure, n and window. */
  readonly subtitle?: ReactNode;
  /** The source and the link to the definition. */
  readonly foot?: ReactNode;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
  readonly headingLevel?: 2 | 3 | 4;
  readonly className?: string;
}

/** A sheet on the paper ground: finding, measure, figure, source, always in this order. */
export function Card({ title, subtitle, foot, actions, children, headingLevel = 2, className }: CardProps) {
  const headingId = useId();
  const Heading = `h${String(headingLevel)}` as 'h2';
  return (
    <section className={joinClasses('card', className)} {...(title === undefined ? {} : { 'aria-labelledby': headingId })}>
      {(title !== undefined || actions !== undefined) && (
        <header className="card-head">
          <div>
            {title !== undefined && (
              <Heading id={headingId} className="card-title">
                {title}
              </Heading>
            )}
            {subtitle !== undefined && <p className="card-subtitle">{subtitle}</p>}
          </div>
          {actions !== undefined && <div className="card-actions">{actions}</div>}
        </header>
      )}
      {children}
      {foot !== undefined && <footer className="card-foot">{foot}</footer>}
    </section>
  );
}
