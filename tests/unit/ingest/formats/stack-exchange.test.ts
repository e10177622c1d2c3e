import { ZipFile } from 'yazl';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { partOf, readFiles } from '../../../support/ingest.ts';
import { referenceData } from '../../../support/reference-data.ts';
import { STACK_EXCHANGE_DUMP } from '../../../../src/ingest/formats/stack-exchange.ts';

const POSTS = `\uFEFF<?xml version="1.0" encoding="utf-8"?>
<posts>
  <row Id="1" PostTypeId="1" AcceptedAnswerId="2" CreationDate="2015-01-27T20:09:32.720" Score="20" ViewCount="130" Body="&lt;p&gt;Quanto caff&#xE8; per una moka &amp;amp; mezza? ☕&lt;/p&gt;&#xA;&lt;p&gt;Grazie&lt;/p&gt;" OwnerUserId="4" Title="Moka &quot;da tre&quot;" Tags="&lt;moka&gt;" AnswerCount="2" CommentCount="1" FavoriteCount="1" />
  <row Id="2" PostTypeId="2" ParentId="1" CreationDate="2015-01-27T21:00:00.000" Score="-3" Body="&lt;p&gt;Fill the basket.&lt;/p&gt;" OwnerUserId="7" CommentCount="0" />
  <row Id="3" PostTypeId="2" ParentId="1" CreationDate="2015-01-28T21:00:00.000" Score="5" Body="&lt;p&gt;Level it.&lt;/p&gt;" OwnerDisplayName="user9" CommentCount="0" />
  <row Id="4" PostTypeId="5" CreationDate="2015-01-28T21:00:00.000" Score="0" Body="" />
  <row PostTypeId="1" CreationDate="2015-01-28T21:00:00.000" />
  <row Id="6" PostTypeId="1" CreationDate="domani" />
</posts>`;
const COMMENTS = `<?xml version="1.0" encoding="utf-8"?>
<comments>
  <row Id="1" PostId="2" Score="2" Text="Grazie mille &amp; ciao" CreationDate="2015-01-29T10:00:00.123" UserId="4" />
</comments>`;
const USERS = `<?xml version="1.0" encoding="utf-8"?>
<users>
  <row Id="4" Reputation="1" CreationDate="2011-10-11T18:16:00.230" DisplayName="Anna è qui" EmailHash="x" AboutMe="&lt;p&gt;a&gt;b&lt;/p&gt;" />
</users>`;

function zipOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return new Promise((resolve) => {
    const blocks: Buffer[] = [];
    zip.outputStream.on('data', (block: Buffer) => blocks.push(block)).on('end', () => resolve(Buffer.concat(blocks)));
  });
}

describe('stack exchange dumps', () => {
  it('reads questions, answers and comments of one site with their links, names and accepted answers', async () => {
    const archive = await zipOf({ 'coffee.stackexchange.com/Comments.xml': COMMENTS, 'coffee.stackexchange.com/Posts.xml': POSTS, 'coffee.stackexchange.com/Users.xml': USERS });
    const read = await readFiles([['coffee.zip', archive]]);
    expect(new Set(Object.values(read.formats))).toEqual(new Set(['stack-exchange']));
    const site = 'coffee.stackexchange.com';
    expect(read.messages.map(({ nativeId, kind, parentNativeId, rootNativeId, likes, replies }) => [nativeId, kind, parentNativeId, rootNativeId, likes, replies])).toEqual([
      [`${site}:1`, 'post', null, null, 20, 3], [`${site}:2`, 'reply', `${site}:1`, `${site}:1`, null, 0], [`${site}:3`, 'reply', `${site}:1`, `${site}:1`, 5, 0], [`${site}:comment:1`, 'reply', `${site}:2`, null, 2, null],
    ]);
    const [question, , deleted, comment] = read.messages;
    expect(question).toMatchObject({ text: 'Moka "da tre"\n\nQuanto caffè per una moka & mezza? ☕\n\nGrazie', author: { nativeId: `${site}:user:4`, name: 'Anna è qui' }, createdAtMs: Date.UTC(2015, 0, 27, 20, 9, 32, 720), precision: 'ms', views: 130, saves: 1, container: { nativeId: site, kind: 'channel' }, url: `https://${site}/q/1` });
    expect(deleted?.author).toMatchObject({ nativeId: `${site}:name:user9`, name: 'user9' });
    expect(comment).toMatchObject({ text: 'Grazie mille & ciao', author: { name: 'Anna è qui' } });
    expect(read.reactions.map(({ kind, targetNativeId, account }) => [kind, targetNativeId, account?.name])).toEqual([['like', `${site}:2`, 'Anna è qui']]);
    expect(read.rejected.map(({ code }) => code)).toEqual(['not-a-message', 'missing-id', 'unreadable-time']);
  });

  it('keeps two sites without a name apart, and one site together over two dumps', async () => {
    const [first, longer, other] = await Promise.all([POSTS, POSTS.replace('</posts>', '  <row Id="9" PostTypeId="1" CreationDate="2016-01-01T00:00:00.000" Title="x" />\n</posts>'), POSTS.replace('2015-01-27T20:09:32.720', '2014-01-01T00:00:00.000')].map(async (posts) => (await readFiles([['Posts.xml', posts], ['Comments.xml', COMMENTS]])).messages));
    expect(longer?.[0]?.nativeId).toBe(first?.[0]?.nativeId);
    expect(other?.[0]?.nativeId).not.toBe(first?.[0]?.nativeId);
    expect(first?.at(-1)?.parentNativeId).toBe(first?.[1]?.nativeId);
    expect(first?.[0]?.container).toBeNull();
  });

  it('says that a file ends in the middle and reads what is there', async () => {
    const read = await readFiles([['Posts.xml', POSTS.slice(0, POSTS.indexOf('<row Id="3"') + 60)]]);
    expect(read.messages).toHaveLength(2);
    expect(read.rejected.map(({ code }) => code)).toEqual(['unreadable-part']);
  });

  it('stops at a row that never ends', async () => {
    await expect(readFiles([['Posts.xml', `${POSTS.slice(0, POSTS.indexOf('Title='))}Title="${'a'.repeat(40 << 20)}`]])).rejects.toThrow('a row does not end');
  });

  it('leaves other XML alone', async () => {
    for (const text of ['<?xml version="1.0"?><posts><item Id="1"/></posts>', '<?xml version="1.0"?>\n<badges>\n<row Id="1" UserId="3" Name="x" Date="2011-10-11T19:25:16.397" /></badges>']) expect(STACK_EXCHANGE_DUMP.recognise((await partOf(text)).head)).toBe(0);
  });
});

describe.skipIf(referenceData() === null)('stack exchange reference files', () => {
  const folder = join(referenceData() ?? '', 'stackexchange');
  it.each([['beer', 663, 1572, 410], ['coffee', 225, 327, 105], ['spark-intro', 397, 1507, 189]])('%s', async (site, questions, answers, accepted) => {
    const read = await readFiles([join(folder, site, 'Posts.xml')]);
    expect([read.messages.filter(({ kind }) => kind === 'post').length, read.messages.filter(({ kind }) => kind === 'reply').length]).toEqual([questions, answers]);
    const ids = new Set(read.messages.map(({ nativeId }) => nativeId));
    expect(read.messages.filter(({ parentNativeId }) => parentNativeId !== null && !ids.has(parentNativeId))).toEqual([]);
    expect(read.reactions).toHaveLength(accepted);
  });

  it('a whole small site', async () => {
    const read = await readFiles(['Comments.xml', 'Posts.xml', 'Users.xml'].map((name) => join(folder, 'tp-xml', name)));
    expect([read.messages.length, read.rejected.length]).toEqual([556 + 1095 + 3454, 6]);
    const ids = new Set(read.messages.map(({ nativeId }) => nativeId));
    const linked = read.messages.filter(({ nativeId, parentNativeId }) => nativeId.includes(':comment:') && parentNativeId !== null && ids.has(parentNativeId)).length;
    expect(linked).toBe(3454);
    // two accounts call themselves what is nobody's name
    expect(new Set(read.messages.flatMap(({ author }) => (author?.nativeId.includes(':user:') === true && author.name === null ? [author.nativeId.replace(/^.*:/, '')] : [])))).toEqual(new Set(['412', '6633']));
  });
});
