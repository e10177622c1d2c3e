import { writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { attackedDesk, stepsOf, type Work } from './attacked-work.ts';

// A program at work that is going to be killed, or whose disk fails: `node attacked-child.ts WORK FOLDER`. It says on a line of
// its own each step that has been answered, before the next one begins; the sign of FAULT_ARMED is made when the attacked part begins.
const [work, folder] = process.argv.slice(2) as [Work, string];
const say = (line: unknown): void => void writeSync(1, `${JSON.stringify(line)}\n`);
const desk = attackedDesk(folder, (bug) => say({ bug }));
const { before, steps } = stepsOf(work, folder);
for (const { operation, input } of before) {
  const outcome = await desk.call(operation, input);
  if (!outcome.ok) say({ bug: `${operation}: ${outcome.failure.message}` });
}
writeFileSync(process.env['FAULT_ARMED'] ?? join(folder, 'armed'), '');
say({ armed: true });
for (const { operation, input } of steps) {
  const outcome = await desk.call(operation, input);
  say(outcome.ok ? { done: operation } : { failed: operation, code: outcome.failure.code, message: outcome.failure.message });
  if (!outcome.ok) break;
}
say({ end: true });
try {
  desk.close();
} catch (error) {
  // a disk that goes on failing may refuse the closing too: the next opening repairs
  say({ closing: error instanceof Error && 'code' in error ? String(error.code) : String(error) });
}
say({ closed: true });
