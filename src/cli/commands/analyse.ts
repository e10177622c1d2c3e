import type { OperationValue } from '../../contract/operations.ts';
import { isoInstant, UsageError, wholeNumber } from '../arguments.ts';
import type { Command } from '../command.ts';
import { printOutcome, table } from '../terminal.ts';
import { calledJob, openProject, terminalEngine } from '../terminal-engine.ts';

/** Brings every derived result of a project up to date. */
export const analyseCommand: Command = {
  name: 'analyse',
  usage: 'PROJECT [--now ISO] [--seed N]',
  does: 'brings every derived result up to date; a second run does nothing',
  options: { now: 'value', seed: 'value' },
  async run({ positionals, values }, terminal) {
    const [project, extra] = positionals;
    if (project === undefined) throw new UsageError('missing PROJECT');
    if (extra !== undefined) throw new UsageError(`unexpected word: ${extra}`);
    const nowMs = isoInstant('now', values.get('now'));
    const seed = wholeNumber('seed', values.get('seed'), 0);
    const engine = terminalEngine(terminal);
    try {
      const opened = await openProject(engine, project);
      if (!opened.ok) return printOutcome(terminal, opened, () => '');
      return printOutcome(terminal, await calledJob(terminal, engine, 'analyse.run', { ...(nowMs === undefined ? {} : { nowMs }), ...(seed === undefined ? {} : { seed }) }), analysisText);
    } finally {
      await engine.close();
    }
  },
};

function analysisText({ didWork, stages }: OperationValue<'analyse.run'>): string {
  if (!didWork) return 'everything was up to date';
  return table(stages.map(({ name, worked, items, seconds }) => [name, worked ? `${items} items` : 'up to date', `${seconds.toFixed(1)} s`]));
}
