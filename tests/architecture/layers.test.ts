import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { ROOT } from '../support/root.ts';

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
}

/** Copies the rules and the sources next to the offending files and asks the checker; resolves to `rule from` lines. */
function violationsWith(offenders: Readonly<Record<string, string>>): string[] {
  const folder = temporaryFolder();
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.base.json', 'tsconfig.node.json', 'package.json']) cpSync(join(ROOT, name), join(folder, name));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [path, text] of Object.entries(offenders)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { stdout } = spawnSync(process.execPath, [join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'], { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 ** 2 });
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
  return summary.violations.map(({ rule, from }) => `${rule.name} ${from}`);
}

test('every kind of forbidden import is caught by its own rule', () => {
  const innocent = 'export const value = 1;\n';
  const violations = violationsWith({
    'src/domain/value.ts': innocent,
    'src/store/value.ts': innocent,
    'src/store/kind.ts': 'export type Kind = 1;\n',
    'src/app/value.ts': innocent,
    'src/engine/value.ts': innocent,
    'src/contract/value.ts': innocent,
    'src/renderer/features/one/value.ts': innocent,
    'scripts/value.ts': innocent,
    'src/domain/offender.ts': "import { value } from '../store/value.ts';\nexport const copy = value;\n",
    'src/domain/type-offender.ts': "import type { Kind } from '../store/kind.ts';\nexport type Copy = Kind;\n",
    'src/domain/node-offender.ts': "import { join } from 'node:path';\nexport const copy = join;\n",
    'src/ingest/offender.ts': "import { value } from '../store/value.ts';\nexport const copy = value;\n",
    'src/ingest/library-offender.ts': "import Database from 'better-sqlite3';\nexport const copy = Database;\n",
    'src/store/offender.ts': "import { value } from '../app/value.ts';\nexport const copy = value;\n",
    'src/app/offender.ts': "import { value } from '../engine/value.ts';\nexport const copy = value;\n",
    'src/app/network-offender.ts': "import { get } from 'node:http';\nexport const copy = get;\n",
    'src/app/script-offender.ts': "import { value } from '../../scripts/value.ts';\nexport const copy = value;\n",
    'src/engine/offender.ts': "import type { Kind } from '../store/kind.ts';\nexport type Copy = Kind;\n",
    'src/contract/offender.ts': "import { value } from '../app/value.ts';\nexport const copy = value;\n",
    'src/renderer/offender.ts': "import { value } from '../contract/value.ts';\nexport const copy = value;\n",
    'src/renderer/node-offender.ts': "import { join } from 'node:path';\nexport const copy = join;\n",
    'src/renderer/features/two/offender.ts': "import { value } from '../one/value.ts';\nexport const copy = value;\n",
    'src/renderer/ui/offender.ts': "import { value } from '../features/one/value.ts';\nexport const copy = value;\n",
    'src/helpers/offender.ts': innocent,
    'src/cli/electron-offender.ts': "import { app } from 'electron';\nexport const copy = app;\n",
    'src/text/circle-a.ts': "import { b } from './circle-b.ts';\nexport const a = (): unknown => b;\n",
    'src/text/circle-b.ts': "import { a } from './circle-a.ts';\nexport const b = (): unknown => a;\n",
    'src/text/lost-offender.ts': "import { a } from './nowhere.ts';\nexport const copy = a;\n",
  });
  expect(violations).toEqual(expect.arrayContaining([
    'layer-domain src/domain/offender.ts',
    'layer-domain src/domain/type-offender.ts',
    'pure-domain src/domain/node-offender.ts',
    'no-node-in-pages src/domain/node-offender.ts',
    'layer-ingest src/ingest/offender.ts',
    'only-store src/ingest/library-offender.ts',
    'layer-store src/store/offender.ts',
    'layer-app src/app/offender.ts',
    'listen-in-serve src/app/network-offender.ts',
    'scripts-for-bench src/app/script-offender.ts',
    'layer-engine src/engine/offender.ts',
    'layer-contract src/contract/offender.ts',
    'pages-see-types src/renderer/offender.ts',
    'no-node-in-pages src/renderer/node-offender.ts',
    'features-apart src/renderer/features/two/offender.ts',
    'shared-below-features src/renderer/ui/offender.ts',
    'known-folder-alone src/helpers/offender.ts',
    'electron-in-main src/cli/electron-offender.ts',
    'no-circles src/text/circle-a.ts',
    'resolvable src/text/lost-offender.ts',
  ]));
});
