import { UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { printOutcome } from '../terminal.ts';
import { called, openProject, terminalEngine } from '../terminal-engine.ts';

/** Checks a project file; a file with problems ends with exit code 1. */
export const checkCommand: Command = {
  name: 'check',
  usage: 'PROJECT',
  does: 'integrity of a project',
  options: {},
  async run({ positionals }, terminal) {
    const [project, extra] = positionals;
    if (project === undefined) throw new UsageError('missing PROJECT');
    if (extra !== undefined) throw new UsageError(`unexpected word: ${extra}`);
    const engine = terminalEngine(terminal);
    try {
      const opened = await openProject(engine, project);
      if (!opened.ok) return printOutcome(terminal, opened, () => '');
      const outcome = await called(engine, 'project.check', {});
      const code = printOutcome(terminal, outcome, ({ intact, problems }) => (intact ? 'intact' : problems.join('\n')));
      return outcome.ok && !outcome.value.intact ? 1 : code;
    } finally {
      await engine.close();
    }
  },
};
