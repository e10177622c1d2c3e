import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeoutText, YOUTUBE_TAKEOUT } from '../../../../src/ingest/formats/youtube-takeout.ts';
import { fixture, partOf, readFiles } from '../../../support/ingest.ts';
import { referenceData } from '../../../support/reference-data.ts';

const FOLDER = 'formats/youtube-takeout';
const OWN = { nativeId: 'UCcaffettiera00000000001' };

describe('youtube-takeout', () => {
  it('reads comments with their texts joined, replies linked and roots as addresses', async () => {
    const { messages, formats, facts, rows } = await readFiles([['c', fixture(`${FOLDER}/comments.csv`)]]);
    expect(formats).toEqual({ c: 'youtube-takeout' });
    expect(messages).toMatchObject([
      { network: 'youtube', nativeId: 'UgxAprimoCommento0001AaABAg', kind: 'comment', author: OWN, text: 'Perché la moka perde? Grazie 🙏', createdAtMs: Date.UTC(2026, 2, 1, 8, 15, 30, 123), precision: 'ms', parentNativeId: null, rootNativeId: 'youtube.com/watch?v=vidMoka00001', line: 2 },
      { nativeId: 'UgxAprimoCommento0001AaABAg.9rispost', kind: 'reply', parentNativeId: 'UgxAprimoCommento0001AaABAg', text: '@barista risolto: era la guarnizione', precision: 's' },
      { nativeId: 'UgxBsecondo0000000001AaABAg', kind: 'comment', text: 'plain text without segments', rootNativeId: 'youtube.com/post/PostVetrina1' },
    ]);
    expect(facts.owner).toMatchObject(OWN);
    expect(rows).toBe(6);
  });

  it('refuses rows without id, without time and with a time in words, each by its line', async () => {
    const { rejected } = await readFiles([['c', fixture(`${FOLDER}/comments.csv`)]]);
    expect(rejected.map(({ line, code }) => [line, code])).toEqual([[5, 'missing-id'], [6, 'missing-time'], [7, 'unreadable-time']]);
    expect(rejected[0]?.raw).toContain('senza id');
  });

  it('finds the columns of an unknown language by what they hold', async () => {
    const { messages, formats } = await readFiles([['c', fixture(`${FOLDER}/commenti.csv`)]]);
    expect(formats).toEqual({ c: 'youtube-takeout' });
    expect(messages).toMatchObject([{ nativeId: 'UgxEquinto0000000001AaABAg', author: OWN, text: 'Bella tazzina!', rootNativeId: 'youtube.com/watch?v=vidMoka0001' }, { text: 'Quanto costa?' }]);
  });

  it('reads live chats as messages', async () => {
    const { messages } = await readFiles([['c', fixture(`${FOLDER}/live-chats.csv`)]]);
    expect(messages).toMatchObject([{ kind: 'message', nativeId: 'ChwKGkchat0001', text: 'Ciao a tutti ☕', rootNativeId: 'youtube.com/watch?v=vidDiretta1', createdAtMs: Date.UTC(2026, 4, 1, 20, 0, 0, 500) }]);
  });

  it('takes columns by name, in any order and letter case, also separated by semicolons', async () => {
    const { messages } = await readFiles([['c', 'Comment text;VIDEO ID;Comment create timestamp;Channel id;Comment ID\n"{""text"":""hi""}";vid00000001;2026-01-01T00:00:00Z;UCx;c1\n']]);
    expect(messages).toMatchObject([{ nativeId: 'c1', text: 'hi', author: { nativeId: 'UCx' } }]);
  });

  it('keeps a text that is no JSON, and lines broken inside JSON', () => {
    expect(takeoutText('{not json')).toBe('{not json');
    expect(takeoutText('{"text":"uno\ndue"}')).toBe('uno\ndue');
    expect(takeoutText('{"emoji":"x"}')).toBe('{"emoji":"x"}');
  });

  it('leaves other tables of comments alone', async () => {
    const part = await partOf('id,author,text,videoId\n1,Anna,ciao,abc\n2,Bruno,ciao,abc\n');
    expect(YOUTUBE_TAKEOUT.recognise(part.head)).toBe(0);
  });

  describe.skipIf(referenceData() === null)('real files', () => {
    it('reads every row of the three widths', async () => {
      const file = (name: string): string => join(referenceData() ?? '', 'platform-formats/youtube-takeout', name);
      const names = ['comments_7col.csv', 'comments_9col.csv', 'comments_sentence_case.csv'];
      const { messages, rejected, formats } = await readFiles(names.map(file));
      expect(Object.values(formats)).toEqual(['youtube-takeout', 'youtube-takeout', 'youtube-takeout']);
      expect([messages.length, rejected.length, messages.filter(({ parentNativeId }) => parentNativeId !== null).length]).toEqual([4, 0, 1]);
    });
  });
});
