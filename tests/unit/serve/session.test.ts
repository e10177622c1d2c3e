import { expect, test } from 'vitest';
import { refusal } from '../../../src/serve/request-rules.ts';
import { createSession } from '../../../src/serve/session.ts';

test('the token is exchanged once, for a cookie that no page script can read', () => {
  const session = createSession(4000);
  expect(session.exchange('wrong')).toBeNull();
  const cookie = session.exchange(session.token);
  expect(cookie).toMatch(/^tribuna-4000=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
  expect(session.exchange(session.token)).toBeNull();
  const [pair = ''] = (cookie ?? '').split(';');
  expect(session.admits(pair)).toBe(true);
  expect(session.admits(`other=1; ${pair}`)).toBe(true);
  expect(session.admits(`${pair}x`)).toBe(false);
  expect(session.admits(`x${pair}`)).toBe(false);
  expect(session.admits(undefined)).toBe(false);
  expect(createSession(4000).admits(pair)).toBe(false);
});

const OURS = { host: '127.0.0.1:4000', origin: 'http://127.0.0.1:4000' };

test.each([
  ['GET', { host: '127.0.0.1:4000' }, null],
  ['POST', OURS, null],
  ['POST', { ...OURS, 'sec-fetch-site': 'same-origin' }, null],
  ['GET', { host: '127.0.0.1:4000', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, null],
  ['GET', { host: 'evil.example:4000' }, 'foreign host'],
  ['GET', { host: 'localhost:4000' }, 'foreign host'],
  ['GET', { host: '127.0.0.1:4001' }, 'foreign host'],
  ['GET', {}, 'foreign host'],
  ['POST', { ...OURS, origin: 'https://evil.example' }, 'foreign origin'],
  ['POST', { ...OURS, origin: 'null' }, 'foreign origin'],
  ['POST', { host: '127.0.0.1:4000' }, 'missing origin'],
  ['GET', { host: '127.0.0.1:4000', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 'foreign site'],
  ['GET', { host: '127.0.0.1:4000', 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }, 'foreign site'],
  ['DELETE', OURS, 'unknown method'],
  ['OPTIONS', OURS, 'unknown method'],
])('%s with %j: %s', (method, headers, expected) => {
  expect(refusal({ method, headers }, 4000)).toBe(expected);
});
