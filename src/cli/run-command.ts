import { closeNetwork } from '../engine/network-guard.ts';
import { parsedArguments, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { analyseCommand } from './commands/analyse.ts';
import { benchCommand } from './commands/bench.ts';
import { checkCommand } from './commands/check.ts';
import { classifyCommand } from './commands/classify.ts';
import { copyCommand } from './commands/copy.ts';
import { demoCommand } from './commands/demo.ts';
import { exportCommand } from './commands/export.ts';
import { formatsCommand } from './commands/formats.ts';
import { identityCommand } from './commands/identity.ts';
import { importCommand } from './commands/import.ts';
import { presentCommand } from './commands/present.ts';
import { changeCommand, queryCommand } from './commands/query.ts';
import type { ExitCode, Terminal } from './terminal.ts';

const COMMANDS: readonly Command[] = [demoCommand, importCommand, analyseCommand, queryCommand, changeCommand, presentCommand, exportCommand, identityCommand, classifyCommand, formatsCommand, checkCommand, copyCommand, benchCommand];

/** Runs one command line and returns its exit code: 0 done, 1 failed, 2 bad usage. */
export async function runCommand(words: readonly string[], streams: Omit<Terminal, 'json'>): Promise<ExitCode | 2> {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === 'help') {
    streams.out(`${usage()}\n`);
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command === undefined) {
    streams.err(`unknown command: ${name}\n${usage()}\n`);
    return 2;
  }
  closeNetwork();
  try {
    const parsed = parsedArguments(rest, { ...command.options, json: 'flag' });
    return await command.run(parsed, { ...streams, json: parsed.flags.has('json') });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    streams.err(`${error.message}\nusage: tribuna ${command.name} ${command.usage}\n`);
    return 2;
  }
}

function usage(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  return ['usage: tribuna COMMAND [--json]', ...COMMANDS.map(({ name, usage: parameters, does }) => `  ${name.padEnd(width)}  ${parameters}\n  ${' '.repeat(width)}    ${does}`)].join('\n');
}
