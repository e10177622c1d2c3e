import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { browserPipe } from '../../../src/engine/browser-pipe.ts';

const opened = () => {
  const [said, heard] = [new PassThrough(), new PassThrough()];
  return { said, heard, pipe: browserPipe(said, heard), tell: (message: unknown) => heard.write(`${JSON.stringify(message)}\0`) };
};

test('answers find their questions in any order and in any pieces', async () => {
  const { said, heard, pipe } = opened();
  const [first, second] = [pipe.ask('A'), pipe.ask('B', { x: 1 }, 'session')];
  expect(String(said.read())).toBe('{"id":1,"method":"A","params":{}}\0{"id":2,"method":"B","params":{"x":1},"sessionId":"session"}\0');
  const answers = Buffer.from(`${JSON.stringify({ id: 2, result: { name: 'è' } })}\0${JSON.stringify({ id: 1, result: { name: 'a' } })}\0`);
  for (const byte of answers) heard.write(Buffer.from([byte]));
  expect(await Promise.all([first, second])).toEqual([{ name: 'a' }, { name: 'è' }]);
});

test('a refusal is an error with the browser\'s words', async () => {
  const { pipe, tell } = opened();
  const asked = pipe.ask('A');
  tell({ id: 1, error: { message: 'no such page' } });
  await expect(asked).rejects.toThrow('no such page');
});

test('an event wakes who waits for it, once', async () => {
  const { pipe, tell } = opened();
  const waited = pipe.next('Page.loadEventFired');
  tell({ method: 'Page.loadEventFired', params: {} });
  await expect(waited).resolves.toBeUndefined();
});

test('when the browser ends nobody waits for ever', async () => {
  const { heard, pipe } = opened();
  const asked = pipe.ask('A');
  heard.destroy();
  await expect(asked).rejects.toThrow('the browser ended');
  await expect(pipe.ask('B')).rejects.toThrow('the browser ended');
});
