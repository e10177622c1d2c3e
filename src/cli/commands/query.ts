import { isOperationName, operations } from '../../contract/operations.ts';
import { UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { failureText, printOutcome } from '../terminal.ts';
import { openProject, terminalEngine } from '../terminal-engine.ts';

const KINDS = {
  read: { name: 'query', word: 'read operation', does: 'any read operation of the contract; prints its outcome' },
  command: { name: 'change', word: 'change', does: 'any change of the contract that the window can make (roles, identities, copies, answers, rules, undo); prints its outcome' },
} as const;

/** Calls any operation of one kind; its output is a document in either form. */
function operationCommand(kind: keyof typeof KINDS): Command {
  const { name, word, does } = KINDS[kind];
  return {
    name,
    usage: 'PROJECT OPERATION [JSON|-]',
    does,
    options: {},
    async run({ positionals }, terminal) {
      const [project, operation, json, extra] = positionals;
      if (project === undefined || operation === undefined) throw new UsageError('missing PROJECT or OPERATION');
      if (extra !== undefined) throw new UsageError(`unexpected word: ${extra}`);
      if (!isOperationName(operation) || operations[operation].kind !== kind || NOT_HERE.has(operation)) {
        const known = Object.entries(operations).flatMap(([known, of]) => (of.kind === kind && !NOT_HERE.has(known) ? [known] : []));
        throw new UsageError(`unknown ${word}: ${operation} (one of ${known.join(', ')})`);
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
}

/** Commands that open and close projects: each command line does that by itself. */
const NOT_HERE = new Set(['project.create', 'project.open', 'project.close']);

/** Answers any read operation of the contract. */
export const queryCommand = operationCommand('read');

/** Makes any change that the window can make, with the same undo. */
export const changeCommand = operationCommand('command');

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
