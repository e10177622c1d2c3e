import { isOperationName, operations } from '../../contract/operations.ts';
import { UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { failureText, printOutcome } from '../terminal.ts';
import { openProject, terminalEngine } from '../terminal-engine.ts';

/** Answers any read operation of the contract; its output is a document in either form. */
export const queryCommand: Command = {
  name: 'query',
  usage: 'PROJECT OPERATION [JSON|-]',
  does: 'any read operation of the contract; prints its outcome',
  options: {},
  async run({ positionals }, terminal) {
    const [project, operation, json, extra] = positionals;
    if (project === undefined || operation === undefined) throw new UsageError('missing PROJECT or OPERATION');
    if (extra !== undefined) throw new UsageError(`unexpected word: ${extra}`);
    if (!isOperationName(operation) || operations[operation].kind !== 'read') {
      const known = Object.entries(operations).flatMap(([name, { kind }]) => (kind === 'read' ? [name] : []));
      throw new UsageError(`unknown read operation: ${operation} (one of ${known.join(', ')})`);
    }
    const input = parsedInput(json === '-' ? await textOf(terminal.input) : (json ?? '{}'));
    const engine = terminalEngine(terminal);
    try {
      const opened = await openProject(engine, project);
      if (!opened.ok) return printOutcome(terminal, opened, () => '');
      const outcome = await engine.call(operation, input);
      if (terminal.json) terminal.out(`${JSON.stringify(outcome)}\n`);
      else terminal.out(`${JSON.stringify(outcome, null, 2)}\n`);
      if (!outcome.ok && !terminal.json) terminal.err(`${failureText(outcome.failure)}\n`);
      return outcome.ok ? 0 : 1;
    } finally {
      await engine.close();
    }
  },
};

function parsedInput(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new UsageError(`invalid JSON: ${json.slice(0, 80)}`);
  }
}

async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}
