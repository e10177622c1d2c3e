import { expect, test } from 'vitest';
import { createEngineClient } from '../../../src/engine/engine-client.ts';
import type { FromEngine, ToEngine } from '../../../src/engine/engine-messages.ts';
import { testSettings } from '../../support/test-engine.ts';

function wired(): { client: ReturnType<typeof createEngineClient>; sent: ToEngine[]; receive: (message: FromEngine) => void } {
  const sent: ToEngine[] = [];
  let receive: (message: FromEngine) => void = () => undefined;
  const client = createEngineClient({ post: (message) => void sent.push(message), listen: (listener) => void (receive = listener) }, testSettings('/nowhere'));
  return { client, sent, receive: (message) => receive(message) };
}

test('replies find their calls by id, whatever their order', async () => {
  const { client, sent, receive } = wired();
  const first = client.call('overview', {});
  const second = client.call('value.books', {});
  expect(sent.map(({ type }) => type)).toEqual(['start', 'call', 'call']);
  receive({ type: 'reply', id: 2, outcome: { ok: true, value: 'books' } });
  receive({ type: 'reply', id: 1, outcome: { ok: true, value: 'overview' } });
  expect(await first).toEqual({ ok: true, value: 'overview' });
  expect(await second).toEqual({ ok: true, value: 'books' });
});

test('a lost engine settles whoever waits, and whoever comes after', async () => {
  const { client } = wired();
  const waiting = client.call('overview', {});
  const closing = client.close();
  client.lost();
  expect(await waiting).toMatchObject({ ok: false, failure: { code: 'internal' } });
  expect(await client.call('overview', {})).toMatchObject({ ok: false, failure: { code: 'internal' } });
  await closing;
});

test('events reach every listener until it stops listening', () => {
  const { client, receive } = wired();
  const versions: unknown[] = [];
  const stop = client.onEvent((event) => void versions.push(event));
  receive({ type: 'event', event: { type: 'project-changed', dataVersion: 1 } });
  stop();
  receive({ type: 'event', event: { type: 'project-changed', dataVersion: 2 } });
  expect(versions).toEqual([{ type: 'project-changed', dataVersion: 1 }]);
});
