import type { ReactNode } from 'react';
import { SwitchButton, SwitchField } from 'react-aria-components';
import './controls.css';

export interface SwitchProps {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
}

/** Something that is on or off at once, without a confirming button. */
export function Switch({ children, ...rest }: SwitchProps) {
  return (
    <SwitchField {...rest} className="choice-field">
      <SwitchButton className="switch">
        <span className="switch-track" aria-hidden="true">
          <span className="switch-thumb" />
        </span>
        <span>{children}</span>
      </SwitchButton>
    </SwitchField>
  );
}
