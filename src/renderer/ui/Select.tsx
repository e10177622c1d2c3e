import { Check, ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue, Text } from 'react-aria-components';
import { joinClasses } from './join-classes.ts';
import './controls.css';
import './overlays.css';

/** One of the choices of a list. */
export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly description?: string;
}

export interface SelectProps<Value extends string> {
  readonly label: string;
  readonly value: Value | null;
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
  readonly description?: string | undefined;
  /** Set when the value has to be corrected before going on. */
  readonly error?: string | undefined;
  /** Keeps the label for assistive technology alone, where a column head already says it. */
  readonly hideLabel?: boolean;
  readonly size?: 'normal' | 'small';
  readonly isDisabled?: boolean;
}

/** One of many, from a list that opens. */
export function Select<Value extends string>({ label, value, options, onChange, placeholder, description, error, hideLabel = false, size = 'normal', isDisabled = false }: SelectProps<Value>) {
  return (
    <AriaSelect
      className={joinClasses('field', size === 'small' && 'field-small')}
      value={value}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen !== undefined) onChange(chosen.value);
      }}
      {...(hideLabel ? { 'aria-label': label } : {})}
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      {!hideLabel && <Label className="field-label">{label}</Label>}
      <Button className="select-button">
        <SelectValue className="select-value">{({ selectedText, defaultChildren }) => (selectedText === '' ? defaultChildren : selectedText)}</SelectValue>
        <ChevronDown size={16} aria-hidden="true" />
      </Button>
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
      <Popover className="popover list-popover" offset={4}>
        <ListBox className="list-box">
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} textValue={option.label} className="list-item">
              <span className="list-item-text">
                <Text slot="label">{option.label}</Text>
                {option.description !== undefined && (
                  <Text slot="description" className="list-item-description">
                    {option.description}
                  </Text>
                )}
              </span>
              <Check className="list-item-check" size={16} aria-hidden="true" />
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
