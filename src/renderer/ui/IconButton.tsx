import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { joinClasses } from './join-classes.ts';
import { Tooltip } from './Tooltip.tsx';
import './controls.css';

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style' | 'aria-label'> {
  readonly icon: ReactNode;
  /** Accessible name and tooltip. */
  readonly label: string;
  readonly shortcut?: string;
  readonly size?: 'normal' | 'small';
  readonly className?: string;
}

/** A button that shows only a picture; its name stands in a tooltip. */
export function IconButton({ icon, label, shortcut, size = 'normal', className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <AriaButton {...rest} aria-label={label} className={joinClasses('icon-button', size === 'small' && 'icon-button-small', className)}>
        {icon}
      </AriaButton>
    </Tooltip>
  );
}
