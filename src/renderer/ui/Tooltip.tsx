import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import './overlays.css';

export interface TooltipProps {
  readonly text: string;
  /** Key to press for the same thing, shown after the text. */
  readonly shortcut?: string | undefined;
  /** Exactly one focusable element of the component library. */
  readonly children: ReactElement;
  readonly placement?: 'top' | 'bottom' | 'left' | 'right';
}

/** A short text beside a control, on hover and on focus; never the only place where something is said. */
export function Tooltip({ text, shortcut, children, placement = 'bottom' }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip className="tooltip" placement={placement} offset={6}>
        {text}
        {shortcut !== undefined && <kbd>{shortcut}</kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
