import { ESLint } from 'eslint';
import { expect, test } from 'vitest';
import { join } from 'node:path';
import { ROOT } from '../support/root.ts';

// the rules are asked without type information: the bans are about what is written
const eslint = new ESLint({
  cwd: ROOT,
  overrideConfig: [{ files: ['**/*.{ts,tsx}'], languageOptions: { parserOptions: { project: null } }, rules: {} }],
  ruleFilter: ({ ruleId }) => ['no-restricted-syntax', 'no-restricted-imports', 'no-restricted-globals', 'no-console', 'max-lines'].includes(ruleId),
});

async function rulesBroken(path: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath: join(ROOT, path) });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

test.each([
  ['src/app/offender.ts', "import { get } from 'node:http';\nget('x');", 'no-restricted-imports'],
  ['src/engine/offender.ts', "import dns from 'dns';\ndns.lookup('x', () => {});", 'no-restricted-imports'],
  ['src/serve/offender.ts', "import { connect } from 'node:net';\nconnect(1);", 'no-restricted-imports'],
  ['src/main/offender.ts', "void fetch('https://example.org');", 'no-restricted-globals'],
  ['src/cli/offender.ts', "new WebSocket('ws://x');", 'no-restricted-globals'],
  ['src/renderer/features/offender.ts', "void fetch('/call');", 'no-restricted-globals'],
  ['src/renderer/offender.ts', "navigator.sendBeacon('/x');", 'no-restricted-syntax'],
  ['src/domain/stats/offender.ts', 'export const atMs = Date.now();', 'no-restricted-syntax'],
  ['src/domain/stats/offender.ts', 'export const at = new Date();', 'no-restricted-syntax'],
  ['src/domain/stats/offender.ts', 'export const draw = Math.random();', 'no-restricted-syntax'],
  ['src/domain/stats/offender.ts', "console.log('x');", 'no-console'],
  ['src/renderer/Offender.tsx', "export const Offender = () => <p dangerouslySetInnerHTML={{ __html: 'x' }} />;", 'no-restricted-syntax'],
  ['src/renderer/offender.ts', "document.body.innerHTML = 'x';", 'no-restricted-syntax'],
  ['src/main/offender.ts', "shell.openExternal('https://example.org');", 'no-restricted-syntax'],
  ['src/main/offender.ts', "import { net } from 'electron';\nnet.fetch('https://example.org');", 'no-restricted-imports'],
  ['src/main/offender.ts', "import { autoUpdater } from 'electron';\nautoUpdater.checkForUpdates();", 'no-restricted-imports'],
  ['src/engine/offender.ts', "import { fetch } from 'undici';\nfetch('https://example.org');", 'no-restricted-imports'],
  ['src/engine/offender.ts', "process.getBuiltinModule('node:https').get('https://example.org');", 'no-restricted-syntax'],
  ['src/renderer/offender.ts', "new EventSource('https://example.org');", 'no-restricted-globals'],
  ['src/renderer/offender.ts', 'new XMLHttpRequest();', 'no-restricted-globals'],
  ['src/renderer/offender.ts', "globalThis.fetch('https://example.org');", 'no-restricted-syntax'],
  ['src/renderer/offender.ts', "new RTCPeerConnection();", 'no-restricted-globals'],
  ['src/app/offender.ts', 'export default 1;', 'no-restricted-syntax'],
  ['src/app/offender.ts', 'export const x = y!;', 'no-restricted-syntax'],
  ['src/app/offender.ts', 'export enum Colour { Red }', 'no-restricted-syntax'],
  ['src/app/offender.ts', 'export const x = 1;\n'.repeat(401), 'max-lines'],
])('%s: %s breaks %s', async (path, code, rule) => {
  expect(await rulesBroken(path, code)).toContain(rule);
});

test('a comment cannot switch a rule off', async () => {
  const broken = await rulesBroken('src/domain/stats/offender.ts', '// eslint-disable-next-line no-restricted-syntax\nexport const draw = Math.random();');
  expect(broken).toContain('no-restricted-syntax');
});

test('serve may listen, and the loopback bridge may fetch from its own origin', async () => {
  expect(await rulesBroken('src/serve/loopback-server.ts', "import { createServer } from 'node:http';\ncreateServer();")).toEqual([]);
  expect(await rulesBroken('src/renderer/bridge/loopback-bridge.ts', "void fetch('/call');")).toEqual([]);
});
