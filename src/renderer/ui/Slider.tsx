import { useId } from 'react';
import './slider.css';

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  /** The value in words, as it is read aloud: "March 2026", not "14". */
  readonly valueText: string;
  readonly onChange: (value: number) => void;
  readonly isDisabled?: boolean;
  /** Words under the two ends. */
  readonly ends?: readonly [string, string];
  /** Keeps the label for assistive technology alone. */
  readonly hideLabel?: boolean;
}

/** A value along a line: dragged, or moved with the arrow keys, Home and End. What moves by dragging alone has a number field or buttons beside it. */
export function Slider({ label, value, min, max, step = 1, valueText, onChange, isDisabled = false, ends, hideLabel = false }: SliderProps) {
  const id = useId();
  const share = max <= min ? 0 : (value - min) / (max - min);
  return (
    <div className="slider">
      <label className={hideLabel ? 'visually-hidden' : 'field-label'} htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        className="slider-input"
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={isDisabled}
        aria-valuetext={valueText}
        style={{ '--slider-share': `${String(share * 100)}%` } as Record<string, string>}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
      {ends !== undefined && <span className="slider-ends" aria-hidden="true"><span>{ends[0]}</span><span>{ends[1]}</span></span>}
    </div>
  );
}
