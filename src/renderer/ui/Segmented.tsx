import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { joinClasses } from './join-classes.ts';
import './controls.css';

/** One of the choices that stand side by side. */
export interface SegmentedOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly isDisabled?: boolean;
}

export interface SegmentedProps<Value extends string> {
  /** Accessible name of the group. */
  readonly label: string;
  readonly value: Value;
  readonly options: readonly SegmentedOption<Value>[];
  readonly onChange: (value: Value) => void;
  /** Shows the icons alone; labels stay as accessible names. */
  readonly iconsOnly?: boolean;
}

/** One of a few, all visible: two to five options. More belong in a Select. */
export function Segmented<Value extends string>({ label, value, options, onChange, iconsOnly = false }: SegmentedProps<Value>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className="segmented"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.value));
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.value} id={option.value} isDisabled={option.isDisabled ?? false} className={joinClasses('segment', iconsOnly && 'segment-icon')} aria-label={option.label}>
          {option.icon}
          {!iconsOnly && <span>{option.label}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
