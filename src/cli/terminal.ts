import type { Failure, Outcome } from '../contract/outcome.ts';

/** Where a command writes: results to `out`, progress and problems to `err`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** True when `err` is a screen on which a progress line can be rewritten. */
  readonly interactive: boolean;
  /** Standard input as chunks of text. */
  readonly input: AsyncIterable<string>;
  /** Calls back each time the person asks to stop (Ctrl-C); returns what ends the listening. Absent where nobody can ask. */
  readonly onInterrupt?: (listener: () => void) => () => void;
  /** Print one JSON document instead of text. */
  readonly json: boolean;
}

/** How a command ended: 0 done, 1 failed. Bad usage (2) is thrown as a UsageError. */
export type ExitCode = 0 | 1;

/** Prints an outcome: the document under --json, otherwise the text made of its value, or the failure as a sentence. */
export function printOutcome<Value>(terminal: Terminal, outcome: Outcome<Value>, text: (value: Value) => string): ExitCode {
  if (terminal.json) terminal.out(`${JSON.stringify(outcome)}\n`);
  else if (outcome.ok) terminal.out(`${text(outcome.value)}\n`);
  else terminal.err(`${failureText(outcome.failure)}\n`);
  return outcome.ok ? 0 : 1;
}

/** A failure for people: what happened, then the offending parts, one a line. */
export function failureText({ code, message, issues }: Failure): string {
  return [`${code}: ${message}`, ...(issues ?? []).map((issue) => `  ${issue.path === '' ? 'input' : issue.path}: ${issue.message}`)].join('\n');
}

/** Rows as aligned columns, two spaces apart; columns whose cells are all numbers stand right. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) => Math.max(...rows.map((row) => String(row[column] ?? '').length)));
  const numeric = Array.from({ length: columns }, (_, column) => rows.every((row) => typeof (row[column] ?? 0) === 'number'));
  return rows
    .map((row) => row.map((cell, column) => (numeric[column] === true ? String(cell).padStart(widths[column] ?? 0) : String(cell).padEnd(widths[column] ?? 0))).join('  ').trimEnd())
    .join('\n');
}
