import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { isBuildOld } from '../../../src/engine/build-age.ts';
import { EVERY_WAY_CLOSED, NETWORK_ATTEMPTS, TRY_EVERY_WAY_OUT } from '../../support/network-attempts.ts';
import { ROOT } from '../../support/root.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const GUARD = pathToFileURL(join(ROOT, 'src/engine/network-guard.ts')).href;

/** Runs statements in a thread of its own and resolves to what they return. */
function inThread(statements: string, workerData: unknown = null): Promise<unknown> {
  const source = `import { parentPort } from 'node:worker_threads';
    const port = parentPort;
    port.postMessage({ answer: await (async () => { ${statements} })() });`;
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), { workerData });
    worker.on('message', (message: { answer?: unknown }) => {
      if (!('answer' in message)) return;
      resolve(message.answer);
      void worker.terminate();
    });
    worker.once('error', reject);
  });
}

test('the attempts reach the network where it is open', async () => {
  const thrown = (await inThread(`process.on('uncaughtException', () => undefined); ${TRY_EVERY_WAY_OUT.replace("builtIn('inspector').open(0)", 'Promise.resolve()')}`)) as string[];
  expect(thrown).toHaveLength(NETWORK_ATTEMPTS.length);
  expect(thrown.filter((line) => line.startsWith('network is closed'))).toEqual([]);
});

// what is built loads in a fraction of the time, and is what ships
const isFresh = !isBuildOld(ROOT);
test.each(['engine-entry', 'job-thread', 'reading-thread', 'drawing-thread', 'ahead-thread'])('every way out of the thread of %s is closed', async (entry) => {
  const url = pathToFileURL(join(ROOT, isFresh ? `out/main/${entry}.js` : `src/engine/${entry}.ts`)).href;
  const workerData = { setting: { abstainBelow: 0, rules: [], layer: null }, settings: {}, projectPath: join(temporaryFolder(), 'none.tribuna'), version: '', steps: [] };
  expect(await inThread(`await import(${JSON.stringify(url)}); ${TRY_EVERY_WAY_OUT}`, workerData)).toEqual(EVERY_WAY_CLOSED);
});

/** Runs statements as a program of its own, whose first lines are the product's own entry. */
function asProgram(statements: string): unknown {
  const code = `${statements}
    const thrown = await (async () => { ${TRY_EVERY_WAY_OUT} })();
    process.stdout.write('\\n' + JSON.stringify(thrown) + '\\n', () => process.exit(0));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8', cwd: ROOT });
  const line = stdout.trim().split('\n').at(-1) ?? '';
  if (!line.startsWith('[')) throw new Error(stderr);
  return JSON.parse(line);
}

const isBuilt = existsSync(join(ROOT, 'out/renderer/index.html'));
test.skipIf(!isBuilt)('every way out of the thread that listens on 127.0.0.1 is closed once it listens', () => {
  const entry = pathToFileURL(join(ROOT, 'src/serve/main.ts')).href;
  expect(asProgram(`process.argv = [process.execPath, '--no-open', '--projects', ${JSON.stringify(temporaryFolder())}]; await import(${JSON.stringify(entry)});`)).toEqual(EVERY_WAY_CLOSED);
});

test('a function that was taken before the network was closed comes to nothing', async () => {
  const answer = await inThread(`
    const { get } = process.getBuiltinModule('node:http');
    const { connect } = process.getBuiltinModule('node:tls');
    const { createSocket } = process.getBuiltinModule('node:dgram');
    const kept = globalThis.fetch;
    (await import(${JSON.stringify(GUARD)})).closeNetwork();
    const said = async (attempt) => { try { await attempt(); return 'nothing thrown'; } catch (error) { return error.cause?.message ?? error.message; } };
    return [await said(() => new Promise((resolve, reject) => get('http://127.0.0.1:59/').on('error', reject))), await said(() => new Promise((resolve, reject) => connect(59).on('error', reject))), await said(() => createSocket('udp4').send('x', 59, '127.0.0.1')), await said(() => kept('http://127.0.0.1:59/'))];`);
  expect(answer).toEqual(['network is closed: net.createConnection', 'network is closed: net.Socket.connect', 'network is closed: dgram.Socket.send', 'network is closed: net.connect']);
});
