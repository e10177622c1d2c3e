import type { ReactElement, ReactNode } from 'react';
import { DialogTrigger, Popover as AriaPopover } from 'react-aria-components';
import { joinClasses } from './join-classes.ts';
import './overlays.css';

export interface PopoverProps {
  /** A Button or IconButton. */
  readonly trigger: ReactElement;
  /** Accessible name; shown as a heading unless `hideTitle`. */
  readonly title: string;
  readonly hideTitle?: boolean;
  readonly children: ReactNode;
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end';
  readonly className?: string;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
}

/** A small panel beside the button that opened it; Esc or a press outside closes it. */
export function Popover({ trigger, title, hideTitle = false, children, placement = 'bottom start', className, ...controlled }: PopoverProps) {
  return (
    <DialogTrigger {...controlled}>
      {trigger}
      <AriaPopover className="popover" placement={placement} offset={6} aria-label={title}>
        <div className={joinClasses('popover-body', className)}>
          {!hideTitle && <h2 className="popover-title">{title}</h2>}
          {children}
        </div>
      </AriaPopover>
    </DialogTrigger>
  );
}
