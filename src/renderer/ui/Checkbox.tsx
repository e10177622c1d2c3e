import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components';
import './controls.css';

export interface CheckboxProps {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
}

/** One of several that may hold together. */
export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <CheckboxField {...rest} className="choice-field">
      <CheckboxButton className="checkbox">
        <span className="checkbox-box" aria-hidden="true">
          <Check size={14} strokeWidth={3} />
        </span>
        <span className="checkbox-text">{children}</span>
      </CheckboxButton>
    </CheckboxField>
  );
}
