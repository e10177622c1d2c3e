import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { FACEBOOK_DOWNLOAD } from '../../../../src/ingest/formats/facebook-download.ts';
import { INSTAGRAM_DOWNLOAD } from '../../../../src/ingest/formats/instagram-download.ts';
import { fixture, partOf, readFiles } from '../../../support/ingest.ts';
import { referenceData } from '../../../support/reference-data.ts';

const file = (name: string): readonly [string, string] => [name, fixture(`formats/facebook-download/${name}`)];
async function archive(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const blocks: Buffer[] = [];
  for await (const block of zip.outputStream) blocks.push(block as Buffer);
  return Buffer.concat(blocks);
}

const PROFILE = file('profile_information.json');
const nora = { nativeId: 'Nora Bevilacqua', name: 'Nora Bevilacqua', handle: null };

describe('facebook-download', () => {
  it('knows the owner and keeps no mail address or telephone number', async () => {
    const { facts, messages, rows } = await readFiles([PROFILE]);
    expect(facts.owner).toMatchObject(nora);
    expect([messages.length, rows]).toEqual([0, 0]);
    expect(JSON.stringify(facts.owner)).not.toMatch(/example|000000/);
  });

  it('reads posts of the owner, repaired, with ids from their content and no time where the time is none', async () => {
    const { messages, rejected, formats } = await readFiles([file('your_posts_1.json'), PROFILE]);
    expect(formats['your_posts_1.json']).toBe('facebook-download');
    expect(messages.map(({ text, createdAtMs, precision, kind, network }) => [text, createdAtMs, precision, kind, network])).toEqual([
      ['Il caffè è già finito 😅', 1585735200000, 's', 'post', 'facebook'], ['La moka della nonna', 1585821600000, 's', 'post', 'facebook'], [null, 1585908000000, 's', 'post', 'facebook'],
      ['Senza data', null, 'none', 'post', 'facebook'], ['Il caffè è già finito 😅', 1586080800000, 's', 'post', 'facebook'],
    ]);
    expect(messages[0]).toMatchObject({ author: nora, container: { kind: 'profile', name: 'Nora Bevilacqua' }, url: null });
    expect(messages.every(({ nativeId }) => nativeId.startsWith('content:'))).toBe(true);
    expect(new Set(messages.map(({ nativeId }) => nativeId)).size).toBe(5);
    expect(rejected.map(({ code, line }) => [code, line])).toEqual([['not-a-message', 4]]);
    expect(JSON.stringify(messages)).not.toContain('192.0.2.7');
  });

  it('gives the same ids with and without the profile, and when a file is read again', async () => {
    const ids = async (files: Parameters<typeof readFiles>[0]): Promise<string[]> => (await readFiles(files)).messages.map(({ nativeId }) => nativeId);
    expect(await ids([file('your_posts_1.json')])).toEqual(await ids([PROFILE, file('your_posts_1.json')]));
    expect(await ids([file('comments.json')])).toEqual(await ids([PROFILE, file('comments.json')]));
  });

  it('reads comments, several of one entry too, and never the heading', async () => {
    const { messages, rejected } = await readFiles([file('comments.json')]);
    expect(messages.map(({ text, createdAtMs, container, parentNativeId, rootNativeId }) => [text, createdAtMs, container?.name ?? null, parentNativeId, rootNativeId])).toEqual([
      ['Perché non rispondete? ☕', 1586167201000, null, null, null], [null, 1586253600000, null, null, null], ['Prima riga', 1586426400000, 'Amici della moka', null, null], ['Seconda riga', 1586426460000, 'Amici della moka', null, null],
    ]);
    expect(messages.every(({ kind, author }) => kind === 'comment' && author?.name === 'Nora Bevilacqua')).toBe(true);
    expect(rejected.map(({ code }) => code)).toEqual(['not-a-message']);
    expect(JSON.stringify(messages)).not.toContain('commentato');
  });

  it('reads reactions of both generations, to an address where one is said', async () => {
    const { reactions } = await readFiles([PROFILE, file('reactions.json'), file('likes_and_reactions.json')]);
    expect(reactions.map(({ kind, createdAtMs, account }) => [kind, createdAtMs, account?.nativeId])).toEqual([
      ['like', 1586512800000, 'Nora Bevilacqua'], ['sad', 1586512900000, 'Nora Bevilacqua'], ['like', 1718000000000, 'Nora Bevilacqua'], ['sad', 1718000100000, 'Nora Bevilacqua'],
    ]);
    expect(reactions[2]?.targetNativeId).toBe('facebook.com/caffebrio/posts/9001');
    expect(new Set(reactions.map(({ targetNativeId }) => targetNativeId)).size).toBe(4);
  });

  it('knows labelled comments by their own file, whatever the folder, and takes none of one word for a reaction', async () => {
    const entry = (timestamp: number, text: string): object => ({ timestamp, fbid: String(timestamp), label_values: [{ label: 'Commento', value: text }, { label: 'URL', value: 'https://www.facebook.com/caffebrio/posts/9001', href: 'https://www.facebook.com/caffebrio/posts/9001' }] });
    const list = JSON.stringify([entry(1718000000, 'Wow'), entry(1718000001, 'Che bello'), entry(1718000002, '❤️')]);
    const read = async (name: string): Promise<unknown[]> => {
      const { messages, reactions } = await readFiles([PROFILE, [name, list]]);
      return [messages.map(({ kind, text }) => [kind, text]), reactions.map(({ kind }) => kind)];
    };
    expect(await read('your_facebook_activity/comments_and_reactions/comments.json')).toEqual([[['comment', 'Wow'], ['comment', 'Che bello'], ['comment', '❤️']], []]);
    expect(await read('your_facebook_activity/comments_and_reactions/likes_and_reactions_1.json')).toEqual([[], ['wow', 'other', 'love']]);
    expect(await read('comments_and_reactions.json')).toEqual([[['comment', 'Che bello']], ['wow', 'love']]);
    expect(await read('posts_on_other_pages.json')).toEqual([[['post', 'Wow'], ['post', 'Che bello'], ['post', '❤️']], []]);
    expect(await read('7.json')).toEqual([[['post', 'Che bello']], ['wow', 'love']]);
  });

  it('reads posts in groups and what was viewed, but no visits of pages', async () => {
    const { messages, reactions, rejected } = await readFiles([file('group_posts.json'), file('recently_viewed.json')]);
    expect(messages.map(({ text }) => text)).toEqual(['Chi vende una moka?']);
    expect(rejected).toHaveLength(1);
    expect(reactions.map(({ kind, targetNativeId }) => [kind, targetNativeId]).sort()).toEqual([['view', 'facebook.com/caffebrio/posts/9001'], ['view', 'facebook.com/caffebrio/videos/555']]);
  });

  it('reads what others wrote under pictures of an album', async () => {
    const { messages, rejected } = await readFiles([file('album.json')]);
    expect(messages.map(({ kind, text, author, createdAtMs }) => [kind, text, author?.name, createdAtMs])).toEqual([['comment', 'Che bellezza, dov’è?', 'Ugo Neri', 1500000100000], ['comment', 'A Trieste!', 'Nora Bevilacqua', 1500000200000]]);
    expect(new Set(messages.map(({ rootNativeId }) => rootNativeId)).size).toBe(1);
    expect(messages[0]?.rootNativeId).toMatch(/^content:/);
    expect(rejected.map(({ code }) => code)).toEqual(['not-a-message']);
  });

  it('takes no files of others, and reads nothing from its own files about other things', async () => {
    for (const foreign of [fixture('formats/instagram-download/posts_1.json'), fixture('formats/instagram-download/followers_1.json'), fixture('formats/instagram-download/liked_posts_2025.json'), fixture('formats/messenger/message_1.json'), fixture('formats/graph-api/facebook-posts.json'), '[{"timestamp": 1, "title": "x"}]', '{"comments": [{"timestamp": 5, "text": "a"}]}', '[]', '{}']) {
      expect(FACEBOOK_DOWNLOAD.recognise((await partOf(foreign)).head), foreign.slice(0, 60)).toBe(0);
    }
    expect(INSTAGRAM_DOWNLOAD.recognise((await partOf(file('your_posts_1.json')[1])).head)).toBe(0);
    const { messages, rejected, formats } = await readFiles([file('your_events.json')]);
    expect([messages.length, rejected.length, formats['your_events.json']]).toEqual([0, 0, 'facebook-download']);
  });

  it('refuses a download made as HTML with what to do instead', async () => {
    await expect(readFiles([file('page.html')])).rejects.toMatchObject({ code: 'unknown-format', message: expect.stringMatching(/HTML.*choose JSON/) as string });
  });

  it('reads an archive as one, and says of an archive of web pages what to ask for', async () => {
    const folder = 'your_facebook_activity';
    const whole = await readFiles([['facebook.zip', await archive({ [`${folder}/comments_and_reactions/comments.json`]: file('comments.json')[1], [`${folder}/posts/your_posts__check_ins__photos_and_videos_1.json`]: file('your_posts_1.json')[1], 'personal_information/profile_information/profile_information.json': PROFILE[1], [`${folder}/events/your_events.json`]: file('your_events.json')[1], 'posts/media/a.jpg': 'x', [`${folder}/groups/none.json`]: '{"group_posts_v2": []}' })]]);
    expect([whole.messages.length, whole.rejected.length]).toEqual([9, 2]);
    expect(whole.messages.filter(({ kind, author }) => kind === 'post' && author?.name === 'Nora Bevilacqua')).toHaveLength(5);
    await expect(readFiles([['facebook.zip', await archive({ 'posts/your_posts.html': file('page.html')[1], 'comments/comments.html': file('page.html')[1], 'a.jpg': 'x' })]])).rejects.toThrow(/3 files.*choose JSON/);
  });

  it('refuses only the rows that are no objects', async () => {
    const { messages, rejected } = await readFiles([['x', JSON.stringify([{ timestamp: 1585735200, data: [{ post: 'uno' }] }, { timestamp: 1585735201, data: [{ post: 'due' }] }, { timestamp: 1585735202, data: [{ post: 'e mezzo' }] }, { timestamp: 1585735203, data: [{ post: 'quasi' }] }, null, 'tre', { timestamp: 'x' }])]]);
    expect(messages).toHaveLength(4);
    expect(rejected.map(({ code, line }) => [code, line])).toEqual([['not-a-message', 5], ['not-a-message', 6], ['not-a-message', 7]]);
  });

  const data = referenceData();
  describe.skipIf(data === null)('with real files', () => {
    const real = (...path: string[]): string => join(data ?? '', 'platform-formats/facebook-instagram-dyi', ...path);
    it('finds every entry', async () => {
      const posts = await readFiles([real('Facebook/posts/your_posts_1.json')]);
      expect([posts.rows, posts.messages.length, posts.rejected.length]).toEqual([14, 12, 2]);
      expect(posts.messages.filter(({ text }) => /[ÃÂ][\u0080-\u00bf]/.test(text ?? ''))).toEqual([]);
      const comments = await readFiles([real('Facebook/comments_and_reactions/comments_and_reactions.json')]);
      expect([comments.rows, comments.messages.length, comments.rejected.length]).toEqual([6, 3, 3]);
      expect((await readFiles([real('parser/facebook_comments.json')])).messages).toHaveLength(8);
      expect((await readFiles([real('Facebook/comments_and_reactions/posts_and_comments.json')])).reactions).toHaveLength(17);
      expect((await readFiles([real('Facebook/your_interactions_on_facebook/recently_viewed.json')])).reactions).toHaveLength(11);
    });

    it('refuses old pages of conversations with advice', async () => {
      await expect(readFiles([join(data ?? '', 'platform-formats/fbchat-html/simulated_data.htm')])).rejects.toThrow(/choose JSON/);
    });
  });
});
