import type { OptionTable, ParsedArguments } from './arguments.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** One command of the terminal: how it is called, what it does in a line, and the doing. */
export interface Command {
  readonly name: string;
  /** Its parameters, as shown in usage. */
  readonly usage: string;
  readonly does: string;
  /** Its options besides `--json`. */
  readonly options: OptionTable;
  readonly run: (parsed: ParsedArguments, terminal: Terminal) => Promise<ExitCode>;
}
