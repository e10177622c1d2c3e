import { useEffect, useState } from 'react';
import { minuteOf, timeText } from './hours-words.ts';

export interface TimeFieldProps {
  /** Accessible name: day, opening, from or to. */
  readonly label: string;
  readonly minute: number;
  readonly onChange: (minute: number) => void;
  readonly isInvalid?: boolean;
  readonly isDisabled?: boolean;
  /** The element that says what is wrong. */
  readonly describedBy?: string | undefined;
}

/** A time of day typed by hand, on twenty-four hours in every language; what is no time goes back to the last one when it is left. */
export function TimeField({ label, minute, onChange, isInvalid = false, isDisabled = false, describedBy }: TimeFieldProps) {
  const [text, setText] = useState(timeText(minute));
  const [isTyping, setTyping] = useState(false);
  useEffect(() => {
    if (!isTyping) setText(timeText(minute));
  }, [minute, isTyping]);
  return (
    <input
      type="text"
      inputMode="numeric"
      autoComplete="off"
      className="input hours-time"
      aria-label={label}
      aria-invalid={isInvalid || minuteOf(text) === null}
      aria-describedby={describedBy}
      disabled={isDisabled}
      value={text}
      maxLength={5}
      onFocus={() => setTyping(true)}
      onBlur={() => setTyping(false)}
      onChange={({ target }) => {
        setText(target.value);
        const typed = minuteOf(target.value);
        // "1" on the way to "18:00" is no time that was meant
        if (typed !== null && target.value.trim().length > 2) onChange(typed);
      }}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') currentTarget.blur();
      }}
    />
  );
}
