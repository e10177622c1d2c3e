import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { ROOT } from '../support/root.ts';

/** Builds the preload as the product does, and runs it with stand-ins for the three things it takes from Electron. */
async function loadedPreload(): Promise<{ code: string; exposed: [string, Record<string, unknown>][]; invoked: unknown[][] }> {
  const outDir = temporaryFolder();
  await build({
    configFile: false, logLevel: 'silent', root: ROOT,
    build: { outDir, emptyOutDir: true, target: 'chrome130', minify: false, rolldownOptions: { input: join(ROOT, 'src/preload/preload.ts'), external: ['electron'], output: { format: 'cjs', entryFileNames: 'index.cjs' } } },
  });
  const code = readFileSync(join(outDir, 'index.cjs'), 'utf8');
  const exposed: [string, Record<string, unknown>][] = [];
  const invoked: unknown[][] = [];
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: Record<string, unknown>) => void exposed.push([name, api]) },
    ipcRenderer: {
      invoke: (...parts: unknown[]) => {
        invoked.push(parts);
        return Promise.resolve(parts[0] === 'tribuna:register' ? { ok: true, value: { fileHandle: 'file-1' } } : { ok: true, value: null });
      },
      on: () => undefined, off: () => undefined,
    },
    webUtils: { getPathForFile: () => '/home/person/export.csv' },
  };
  const required: string[] = [];
  runInNewContext(code, { require: (name: string) => {
    required.push(name);
    return electron;
  }, exports: {}, module: { exports: {} }, File, Object, Promise, String, Array });
  expect(required).toEqual(['electron']);
  return { code, exposed, invoked };
}

test('the built preload is one CommonJS file that exposes exactly two functions', async () => {
  const { code, exposed } = await loadedPreload();
  expect(code).not.toMatch(/^\s*(import|export)\s/m);
  expect(exposed.map(([name]) => name)).toEqual(['tribuna']);
  expect(Object.entries(exposed[0]?.[1] ?? {}).map(([name, value]) => [name, typeof value]).sort()).toEqual([['call', 'function'], ['onEvent', 'function']]);
});

test('a file becomes a handle, however deep it stands, and its path never comes back', async () => {
  const { exposed, invoked } = await loadedPreload();
  const call = exposed[0]?.[1]['call'] as (operation: string, input: unknown) => Promise<unknown>;
  const outcome = await call('import.run', { files: [{ file: new File(['x'], 'export.csv'), timeZone: 'Europe/Rome' }] });
  expect(JSON.parse(JSON.stringify(invoked))).toEqual([
    ['tribuna:register', '/home/person/export.csv', 'export.csv'],
    ['tribuna:call', 'import.run', { files: [{ file: { fileHandle: 'file-1' }, timeZone: 'Europe/Rome' }] }],
  ]);
  expect(JSON.stringify(outcome)).not.toContain('/home');
});

test('an old Node is refused in one sentence', () => {
  const script = readFileSync(join(ROOT, 'scripts/require-node.cjs'), 'utf8');
  const old = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.19.0' } });${script}`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', old, 'scripts/start.ts'], { encoding: 'utf8', cwd: ROOT });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Tribuna needs Node 22\.18 or later; this is Node 20\.19\.0\. .+\n$/);
});
