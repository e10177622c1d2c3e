import type { ReactNode, Ref } from 'react';
import { Input, Label, Text, TextField as AriaTextField } from 'react-aria-components';
import { joinClasses } from './join-classes.ts';
import './controls.css';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'search';
  readonly placeholder?: string;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  readonly hideLabel?: boolean;
  readonly icon?: ReactNode;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
  readonly isDisabled?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A line of text or a search, with its label, a hint and what to correct. */
export function TextField({ label, value, onChange, type = 'text', placeholder, description, error, hideLabel = false, icon, maxLength, autoFocus, isDisabled = false, inputRef }: TextFieldProps) {
  return (
    <AriaTextField
      className="field"
      type={type}
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      {...(hideLabel ? { 'aria-label': label } : {})}
      {...(maxLength === undefined ? {} : { maxLength })}
      {...(autoFocus === undefined ? {} : { autoFocus })}
    >
      {!hideLabel && <Label className="field-label">{label}</Label>}
      <span className={joinClasses('input-wrap', icon !== undefined && 'input-wrap-icon')}>
        {icon}
        <Input className="input" {...(placeholder === undefined ? {} : { placeholder })} {...(inputRef === undefined ? {} : { ref: inputRef })} />
      </span>
      {description !== undefined && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      {error !== undefined && (
        <Text slot="errorMessage" className="field-error">
          {error}
        </Text>
      )}
    </AriaTextField>
  );
}
