import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LINKEDIN_ARCHIVE } from '../../../../src/ingest/formats/linkedin-archive.ts';
import { createLineRewriter, createQuoteRewriter, withoutLineQuotes } from '../../../../src/ingest/formats/linkedin-archive-quotes.ts';
import type { PartHead } from '../../../../src/ingest/part-head.ts';
import { fixture, partOf, readFiles, type ReadFiles } from '../../../support/ingest.ts';
import { referenceData } from '../../../support/reference-data.ts';

const read = (...names: readonly string[]): Promise<ReadFiles> => readFiles(names.map((name) => [name, fixture(`formats/linkedin-archive/${name}.csv`)] as const));

describe('linkedin-archive', () => {
  it('knows the owner by name, and nothing of address or date of birth', async () => {
    const { facts, messages, rows } = await read('Profile');
    expect(facts.owner).toEqual({ nativeId: 'Anna Brio', handle: null, name: 'Anna Brio', followers: null, isBrand: null, profile: 'Roaster\nCoffee, mostly.' });
    expect([messages.length, rows]).toEqual([0, 0]);
  });

  it('reads shares: decoded ids, dates in UTC or from the id, doubled quotes, lines quoted one by one', async () => {
    const { messages, formats } = await read('Shares', 'Profile');
    expect(formats).toEqual({ Shares: 'linkedin-archive', Profile: 'linkedin-archive' });
    expect(messages).toMatchObject([
      { network: 'linkedin', nativeId: 'urn:li:ugcPost:7458194259611484169', kind: 'post', author: { name: 'Anna Brio' }, createdAtMs: Date.UTC(2026, 4, 7, 16, 41, 18), precision: 's', text: 'Prima riga\n\nCon "virgolette" e caffè ☕', url: 'https://www.linkedin.com/feed/update/urn:li:ugcPost:7458194259611484169', line: 2 },
      { nativeId: 'urn:li:share:7447946408776171597', text: 'Ecco "questo"', precision: 'ms' },
      { text: 'https://example.com/b' },
    ]);
    expect(messages[1]?.createdAtMs).toBe(Date.UTC(2026, 3, 9, 10, 0, 0, 5));
  });

  it('reads comments whose quotes have a backslash, though the file beside doubles them', async () => {
    const { messages, rejected } = await read('Profile', 'Shares', 'Comments');
    const comments = messages.filter(({ kind }) => kind === 'comment');
    expect(comments).toMatchObject([
      { text: 'We call it "the bloom", always,\n\nand it works.', rootNativeId: 'urn:li:ugcPost:7458194259611484169', author: { name: 'Anna Brio' }, line: 2 },
      { text: 'Città e perché', nativeId: 'urn:li:comment:(activity:7400000000000000011,7400000000000000099)', rootNativeId: 'urn:li:activity:7400000000000000011' },
    ]);
    expect(comments[0]?.nativeId).toMatch(/^content:/);
    expect(rejected.map(({ code, line, raw }) => [code, line, raw?.includes('Senza data')])).toEqual([['missing-time', 5, true]]);
  });

  it('reads reactions as the owner\'s, and none of nobody', async () => {
    const { reactions, rejected } = await read('Reactions', 'Profile');
    expect(reactions).toMatchObject([
      { kind: 'love', account: { name: 'Anna Brio' }, targetNativeId: 'urn:li:ugcPost:7458194259611484169', createdAtMs: Date.UTC(2026, 4, 8, 9, 50, 45) },
      { kind: 'haha', targetNativeId: 'urn:li:activity:7400000000000000011' },
    ]);
    expect(rejected.map(({ code }) => code)).toEqual(['missing-id']);
    expect((await read('Reactions')).reactions).toEqual([]);
  });

  it('reads private messages by conversation, the owner as one person, former members as nobody', async () => {
    const { messages, rejected } = await read('messages', 'Profile');
    expect(messages).toMatchObject([
      { kind: 'message', text: 'Ciao,\navete decaffeinato?', author: { nativeId: 'bruno-verdi', name: 'Bruno Verdi' }, container: { nativeId: 'conv-1', name: 'LinkedIn messages' }, createdAtMs: Date.UTC(2026, 0, 1, 10) },
      { text: 'Sì!', author: { nativeId: 'Anna Brio' }, container: { nativeId: 'conv-1' } },
      { text: 'Invito\nCi vediamo', author: null, container: { nativeId: 'conv-2', name: 'Fiera' } },
    ]);
    expect(rejected.map(({ code }) => code)).toEqual(['missing-time']);
  });

  it('is private where it holds conversations, and in no other table', async () => {
    const names = ['messages', 'Profile', 'Shares', 'Comments', 'Reactions', 'Invitations'];
    const heads = await Promise.all(names.map(async (name) => (await partOf(fixture(`formats/linkedin-archive/${name}.csv`), `${name}.csv`)).head));
    expect(heads.map((head) => LINKEDIN_ARCHIVE.recognise(head) > 0.9)).toEqual(names.map(() => true));
    expect(names.filter((_, position) => LINKEDIN_ARCHIVE.isPrivate?.(heads[position] as PartHead) === true)).toEqual(['messages']);
  });

  it('takes connections and invitations for no messages', async () => {
    const { messages, formats } = await read('Invitations');
    expect([messages.length, formats]).toEqual([0, { Invitations: 'linkedin-archive' }]);
    expect((await readFiles([['r', 'Date,Link\n2026-05-08 09:00:00,https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A7447946408776171597\n'], ['p', fixture('formats/linkedin-archive/Profile.csv')], ['f', 'Organization,Followed On\nTorrefazione Uno,Wed Jun 03 10:00:00 UTC 2020\n']])).reactions).toMatchObject([
      { kind: 'share', targetNativeId: 'urn:li:share:7447946408776171597' }, { kind: 'follow', container: { kind: 'page', name: 'Torrefazione Uno' }, createdAtMs: Date.UTC(2020, 5, 3, 10) },
    ]);
  });

  it('leaves tables of the same columns without such links to others', async () => {
    const { formats } = await readFiles([['t', 'Date,Link,Message\n2026-01-01 10:00:00,https://example.com/a,ciao\n2026-01-01 11:00:00,https://example.com/a,ciao a tutti\n']]);
    expect(formats).toEqual({ t: 'csv' });
  });

  it('rewrites backslashed quotes wherever the text is cut', () => {
    const text = String.raw`a,"b \"c\" \\",d\e`;
    for (let at = 0; at <= text.length; at += 1) {
      const rewrite = createQuoteRewriter();
      expect(rewrite(text.slice(0, at), false) + rewrite(text.slice(at), true)).toBe(String.raw`a,"b ""c"" \",d\e`);
    }
  });

  it('joins lines quoted one by one wherever the text is cut', () => {
    const text = 'a,"b"\n""\n"c ""d""",e\nf,"g",h\n';
    for (let at = 0; at <= text.length; at += 1) {
      const rewrite = createLineRewriter();
      expect(rewrite(text.slice(0, at), false) + rewrite(text.slice(at), true)).toBe('a,"b\n\nc ""d""",e\nf,"g",h\n');
    }
  });

  it('takes quotes off lines only where every line has them', () => {
    expect(withoutLineQuotes('uno"\n""\n"due')).toBe('uno\n\ndue');
    expect(withoutLineQuotes('"uno"\n"due"')).toBe('"uno"\n"due"');
    expect(withoutLineQuotes('uno\n"due')).toBe('uno\n"due');
  });

  describe.skipIf(referenceData() === null)('real files', () => {
    it('reads each table', async () => {
      const file = (name: string): string => join(referenceData() ?? '', 'platform-formats/linkedin', name);
      const { messages, rejected, formats } = await readFiles(['Comments_17529409.csv', 'Shares_17529409.csv', 'messages.csv'].map(file));
      expect(new Set(Object.values(formats))).toEqual(new Set(['linkedin-archive']));
      const count = (kind: string): number => messages.filter((message) => message.kind === kind).length;
      expect([count('post'), count('comment'), count('message'), rejected.length]).toEqual([2, 4, 3, 1]);
      const posts = new Set(messages.filter(({ kind }) => kind === 'post').map(({ nativeId }) => nativeId));
      expect(messages.filter(({ rootNativeId }) => rootNativeId !== null && posts.has(rootNativeId))).toHaveLength(2);
    });
  });
});
