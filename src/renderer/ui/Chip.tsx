import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { joinClasses } from './join-classes.ts';
import './content.css';

export interface ChipProps {
  /** What kind of thing it is ("rete"), in muted ink before the label. */
  readonly kind?: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly tone?: 'neutral' | 'accent' | 'warm' | 'gold';
  readonly onRemove?: () => void;
  /** Accessible name of the removing button; needed with `onRemove`. */
  readonly removeLabel?: string;
}

/** A short fact, or a filter that can be taken off. */
export function Chip({ kind, label, icon, tone = 'neutral', onRemove, removeLabel }: ChipProps) {
  return (
    <span className={joinClasses('chip', `chip-${tone}`)}>
      {icon}
      <span className="chip-text">
        {kind !== undefined && <span className="chip-kind">{kind} </span>}
        {label}
      </span>
      {onRemove !== undefined && (
        <Button className="chip-remove" aria-label={removeLabel ?? label} onPress={onRemove}>
          <X size={14} aria-hidden="true" />
        </Button>
      )}
    </span>
  );
}
