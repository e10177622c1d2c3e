import type { ReactElement, ReactNode } from 'react';
import { Dialog, DialogTrigger, Heading, Popover as AriaPopover } from 'react-aria-components';
import { joinClasses } from './join-classes.ts';
import './overlays.css';

export interface PopoverProps {
  /** A Button or IconButton. */
  readonly trigger: ReactElement;
  /** Heading and accessible name. */
  readonly title: string;
  readonly hideTitle?: boolean;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
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
      <AriaPopover className="popover" placement={placement} offset={6}>
        <Dialog className={joinClasses('popover-body', className)} aria-label={title}>
          {({ close }) => (
            <>
              {!hideTitle && (
                <Heading slot="title" className="popover-title">
                  {title}
                </Heading>
              )}
              {typeof children === 'function' ? children(close) : children}
            </>
          )}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
