import { runNode } from './run-program.ts';

// `npm run test:long`: the attacks that take minutes, in full; every other run tries the worst of them.
const { code } = await runNode('node_modules/vitest/vitest.mjs', ['run', 'tests/unit/ingest/hostile-lines.test.ts', 'tests/unit/ingest/any-bytes.test.ts', 'tests/integration/robustness-jobs.test.ts', 'tests/integration/robustness-projects.test.ts', 'tests/integration/durability-attacks.test.ts', 'tests/integration/durability-files.test.ts', 'tests/integration/salvage.test.ts', 'tests/integration/fuzz.test.ts', 'tests/integration/robustness-fields.test.ts', 'tests/integration/deck-in-office.test.ts'], { show: true, env: { TRIBUNA_LONG_TESTS: '1' } });
process.exitCode = code;
