import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../support/root.ts';

/** The zone of a program that the system starts with this TZ. */
function zoneUnder(TZ: string): string {
  const module = JSON.stringify(join(ROOT, 'src/engine/engine-settings.ts'));
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', `process.stdout.write(String((await import(${module})).systemTimeZone()))`], { encoding: 'utf8', env: { ...process.env, TZ } });
  expect(stderr).toBe('');
  return stdout;
}

it('the zone of a system that says none, or one that nobody knows, is UTC: a project can be made there', () => {
  expect(zoneUnder('Europe/Rome')).toBe('Europe/Rome');
  for (const unknown of ['Foo/Bar', ':/etc/nothing', 'x'.repeat(500)]) expect(zoneUnder(unknown), unknown.slice(0, 20)).toBe('UTC');
});
