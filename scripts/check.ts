import { runNode, type ProgramEnd } from './run-program.ts';

// `npm run check`: everything that must hold before a commit, one after another (two processors are few), each with a
// line of its own; the output of what failed follows at the end. `npm run check -- lint types` runs the named ones.
const CHECKS: readonly (readonly [name: string, script: string, parameters: readonly string[]])[] = [
  ['types (domain)', 'node_modules/typescript/bin/tsc', ['-p', 'tsconfig.domain.json']],
  ['types (node)', 'node_modules/typescript/bin/tsc', ['-p', 'tsconfig.node.json']],
  ['types (web)', 'node_modules/typescript/bin/tsc', ['-p', 'tsconfig.web.json']],
  ['layers', 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs', ['--config', '.dependency-cruiser.cjs', 'src']],
  ['dead code', 'node_modules/knip/bin/knip.js', ['--no-progress']],
  ['lint', 'node_modules/eslint/bin/eslint.js', ['.', '--max-warnings', '0', '--cache', '--cache-location', '.cache/eslint']],
  ['tests', 'node_modules/vitest/vitest.mjs', ['run']],
];

const wanted = process.argv.slice(2);
const chosen = wanted.length === 0 ? CHECKS : CHECKS.filter(([name]) => wanted.some((word) => name.startsWith(word)));
const failures: (readonly [name: string, end: ProgramEnd])[] = [];
for (const [name, script, parameters] of chosen) {
  const startedAt = performance.now();
  // rules that ask for types hold the types of every part of the project at once
  const end = await runNode(script, parameters, name === 'lint' ? { env: { NODE_OPTIONS: '--max-old-space-size=8192' } } : {});
  process.stdout.write(`${end.code === 0 ? 'passed' : 'FAILED'}  ${name} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)\n`);
  if (end.code !== 0) failures.push([name, end]);
}
for (const [name, { output }] of failures) process.stdout.write(`\n--- ${name} ---\n${output.trimEnd()}\n`);
process.stdout.write(`\n${chosen.length - failures.length} passed, ${failures.length} failed\n`);
process.exitCode = failures.length === 0 ? 0 : 1;
