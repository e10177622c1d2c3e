import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../../src/cli/run-command.ts';
import { identityExport } from '../support/identity-export.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function tribuna(...words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  async function* nothing(): AsyncGenerator<string> {
    yield await Promise.resolve('');
  }
  const code = await runCommand(words, { out: (text) => void (out += text), err: (text) => void (err += text), interactive: false, input: nothing() });
  return { code, out, err };
}

test('identity lists, decides, splits, undoes and reviews by account numbers', async () => {
  const folder = temporaryFolder();
  const project = join(folder, 'p.tribuna');
  for (const [network, handle] of [['x', 'Pixelina_Torrefatta'], ['instagram', 'pixelina.torrefatta']] as const) {
    writeFileSync(join(folder, `${network}.csv`), identityExport(network, handle, 4));
    expect((await tribuna('import', project, join(folder, `${network}.csv`), '--brand', 'Aurora')).code).toBe(0);
  }
  const listed = await tribuna('identity', project);
  expect(listed.code).toBe(0);
  expect(listed.out).toContain('pairs to decide on: 1; identities are not reviewed: accounts are profiles, not people');
  const [, a, b] = /(\d+) instagram:pixelina\.torrefatta \(8\) {2}(\d+) x:Pixelina_Torrefatta \(8\) {2}0\.\d\d {2}same-handle/.exec(listed.out) ?? [];
  expect([a, b]).not.toContain(undefined);
  const pair = `${a ?? ''},${b ?? ''}`;
  const persons = async (): Promise<number> => (JSON.parse((await tribuna('query', project, 'identity.persons', '--json')).out) as { value: { total: number } }).value.total;
  expect((await tribuna('identity', project, '--same', pair, '--reviewed')).out).toBe('pairs to decide on: 0; identities are reviewed\n');
  expect(await persons()).toBe(1);
  // undo takes back the review first, then the decision
  expect((await tribuna('identity', project, '--undo')).out).toContain('not reviewed');
  expect(await persons()).toBe(1);
  expect((await tribuna('identity', project, '--split', a ?? '')).code).toBe(0);
  expect(await persons()).toBe(0);
  const refused = await tribuna('identity', project, '--split', a ?? '');
  expect([refused.code, refused.err]).toEqual([1, 'not-found: this account is not joined with any other\n']);
  expect(JSON.parse((await tribuna('identity', project, '--undo', '--json')).out)).toMatchObject({ ok: true, value: { total: 0 } });
  expect(await persons()).toBe(1);
});

test.each([['--same', '1'], ['--same', '1,2,3'], ['--different', 'a,b'], ['--split', 'x']])('identity %s %s is bad usage', async (option, value) => {
  const run = await tribuna('identity', join(temporaryFolder(), 'p.tribuna'), option, value);
  expect(run.code).toBe(2);
  expect(run.err).toContain(`invalid ${option}`);
});
