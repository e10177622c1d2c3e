import { useEffect, useState } from 'react';
import { Label, Text, TextArea, TextField } from 'react-aria-components';
import { linesOf } from './rule-draft.ts';

export interface LinesFieldProps {
  readonly label: string;
  readonly lines: readonly string[];
  readonly onChange: (lines: string[]) => void;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  readonly rows?: number;
  readonly isDisabled?: boolean;
  /** Written in a type in which every sign can be told. */
  readonly isPattern?: boolean;
}

/** Several lines of text, one thing a line; blank lines count for nothing but may stand while one writes. */
export function LinesField({ label, lines, onChange, description, error, rows = 4, isDisabled = false, isPattern = false }: LinesFieldProps) {
  const [text, setText] = useState(() => lines.join('\n'));
  const joined = lines.join('\n');
  useEffect(() => {
    // another version, a file or an undo brought other lines than those written here
    setText((now) => (linesOf(now).join('\n') === joined ? now : joined));
  }, [joined]);
  return (
    <TextField
      className="field"
      value={text}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      onChange={(next) => {
        setText(next);
        onChange(linesOf(next));
      }}
    >
      <Label className="field-label">{label}</Label>
      <TextArea className={isPattern ? 'lines-input lines-pattern' : 'lines-input'} rows={Math.min(12, Math.max(rows, lines.length + 1))} spellCheck={!isPattern} />
      {description !== undefined && <Text slot="description" className="field-description">{description}</Text>}
      {error !== undefined && <Text slot="errorMessage" className="field-error">{error}</Text>}
    </TextField>
  );
}
