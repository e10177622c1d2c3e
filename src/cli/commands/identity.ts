import type { OperationInput, OperationValue } from '../../contract/operations.ts';
import type { Outcome } from '../../contract/outcome.ts';
import type { Engine } from '../../engine/engine.ts';
import { UsageError, wholeNumber } from '../arguments.ts';
import type { Command } from '../command.ts';
import { printOutcome, table } from '../terminal.ts';
import { called, openProject, terminalEngine } from '../terminal-engine.ts';

type Suggestions = OperationValue<'identity.suggestions'>;
type Card = Suggestions['suggestions'][number]['a'];

const LISTED = 50;

/**
 * Decides which accounts of a project are one person, by the numbers that it lists. Decisions are made in the order split,
 * different, same, each one change that can be undone; without any it lists what is left to decide on.
 */
export const identityCommand: Command = {
  name: 'identity',
  usage: 'PROJECT [--same N,N]... [--different N,N]... [--split N] [--reviewed] [--undo]',
  does: 'lists accounts that may be one person, or decides on them by their numbers',
  options: { same: 'values', different: 'values', split: 'value', reviewed: 'flag', undo: 'flag' },
  async run({ positionals, values, lists, flags }, terminal) {
    const [project, extra] = positionals;
    if (project === undefined) throw new UsageError('missing PROJECT');
    if (extra !== undefined) throw new UsageError(`unexpected word: ${extra}`);
    const split = wholeNumber('split', values.get('split'), 1);
    const decisions = (['different', 'same'] as const).flatMap((verdict): OperationInput<'identity.decide'>[] => {
      const pairs = (lists.get(verdict) ?? []).map((text) => pairOf(verdict, text));
      return pairs.length === 0 ? [] : [{ verdict, pairs }];
    });
    const steps: ((engine: Engine) => Promise<Outcome<unknown>>)[] = [
      ...(flags.has('undo') ? [(engine: Engine) => called(engine, 'history.undo', {})] : []),
      ...(split === undefined ? [] : [(engine: Engine) => called(engine, 'identity.split', { accountId: split })]),
      ...decisions.map((decision) => (engine: Engine) => called(engine, 'identity.decide', decision)),
      ...(flags.has('reviewed') ? [(engine: Engine) => called(engine, 'identity.review', { reviewed: true })] : []),
    ];
    const engine = terminalEngine(terminal);
    try {
      const opened = await openProject(engine, project);
      if (!opened.ok) return printOutcome(terminal, opened, () => '');
      for (const step of steps) {
        const outcome = await step(engine);
        if (!outcome.ok) return printOutcome(terminal, outcome, () => '');
      }
      return printOutcome(terminal, await called(engine, 'identity.suggestions', { size: LISTED }), suggestionsText);
    } finally {
      await engine.close();
    }
  },
};

function pairOf(option: string, text: string): { a: number; b: number } {
  const [a, b, ...more] = text.split(',').map((part) => wholeNumber(option, part.trim(), 1));
  if (a === undefined || b === undefined || more.length > 0) throw new UsageError(`invalid --${option}: ${text} is not two account numbers`);
  return { a, b };
}

function cardText({ accountId, network, handle, name, nativeId, messages }: Card): string {
  return `${String(accountId)} ${network}:${handle ?? name ?? nativeId} (${String(messages)})`;
}

function suggestionsText({ total, reviewed, suggestions }: Suggestions): string {
  const head = `pairs to decide on: ${String(total)}; identities are ${reviewed ? 'reviewed' : 'not reviewed: accounts are profiles, not people'}`;
  if (suggestions.length === 0) return head;
  return `${head}\n${table(suggestions.map(({ a, b, confidence, reasons }) => [cardText(a), cardText(b), confidence.toFixed(2), reasons.map(({ code }) => code).join(', ')]))}`;
}
