import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildWorkbench } from './build-workbench.ts';
import { ROOT, runNode } from './run-program.ts';

// `npm test`: builds what changed, runs every test (vitest, then the browser) and ends with one line that sums them up.
interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const reports = join(ROOT, '.cache');
mkdirSync(reports, { recursive: true });

const tallies: Tally[] = [];
if (await buildWorkbench()) {
  tallies.push(await vitestTally());
  tallies.push(await playwrightTally());
} else tallies.push({ passed: 0, failed: 1, skipped: 0 });
const sum = (part: keyof Tally): number => tallies.reduce((total, tally) => total + tally[part], 0);
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped\n`);
process.exitCode = sum('failed') === 0 ? 0 : 1;

async function vitestTally(): Promise<Tally> {
  const report = join(reports, 'vitest.json');
  rmSync(report, { force: true });
  const { code } = await runNode('node_modules/vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], { show: true });
  const read = document(report);
  const passed = numberAt(read, 'numPassedTests');
  const failed = numberAt(read, 'numFailedTests') + unloadedFiles(read);
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1), skipped: numberAt(read, 'numPendingTests') + numberAt(read, 'numTodoTests') };
}

async function playwrightTally(): Promise<Tally> {
  const report = join(reports, 'playwright.json');
  rmSync(report, { force: true });
  const { code } = await runNode('node_modules/playwright/cli.js', ['test', '--reporter=list,json'], { show: true, env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, PLAYWRIGHT_JSON_OUTPUT_NAME: report } });
  const read = document(report);
  const stats: unknown = typeof read === 'object' && read !== null && 'stats' in read ? read.stats : null;
  const failed = numberAt(stats, 'unexpected') + numberAt(stats, 'flaky');
  return { passed: numberAt(stats, 'expected'), failed: code === 0 ? failed : Math.max(failed, 1), skipped: numberAt(stats, 'skipped') };
}

/** Files that could not even be loaded: they hold no tests, and still are failures. */
function unloadedFiles(report: unknown): number {
  const files: unknown = typeof report === 'object' && report !== null ? Reflect.get(report, 'testResults') : null;
  if (!Array.isArray(files)) return 0;
  return files.filter((file: { status?: unknown; assertionResults?: unknown }) => file.status === 'failed' && Array.isArray(file.assertionResults) && file.assertionResults.length === 0).length;
}

function document(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

function numberAt(owner: unknown, key: string): number {
  const value: unknown = typeof owner === 'object' && owner !== null ? Reflect.get(owner, key) : undefined;
  return typeof value === 'number' ? value : 0;
}
