import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { joinClasses } from './join-classes.ts';
import './controls.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  /** `primary`: the one thing this screen is for; `quiet`: outlined; `plain`: text only; `danger`: takes something away. */
  readonly variant?: 'primary' | 'quiet' | 'plain' | 'danger';
  readonly size?: 'normal' | 'small';
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A button whose label says what happens. */
export function Button({ variant = 'quiet', size = 'normal', icon, children, className, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={joinClasses('button', `button-${variant}`, size === 'small' && 'button-small', className)}>
      {icon}
      <span>{children}</span>
    </AriaButton>
  );
}
