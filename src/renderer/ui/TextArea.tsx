import { Label, Text, TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components';
import './controls.css';

export interface TextAreaProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows: number;
  readonly description?: string;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
}

/** Several lines of text with their label. */
export function TextArea({ label, value, onChange, rows, description, maxLength, autoFocus }: TextAreaProps) {
  return (
    <AriaTextField className="field" value={value} onChange={onChange} {...(maxLength === undefined ? {} : { maxLength })} {...(autoFocus === undefined ? {} : { autoFocus })}>
      <Label className="field-label">{label}</Label>
      <span className="input-wrap"><AriaTextArea className="input text-area" rows={rows} /></span>
      {description !== undefined && <Text slot="description" className="field-description">{description}</Text>}
    </AriaTextField>
  );
}
