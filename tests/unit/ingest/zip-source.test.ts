import { deflateRawSync, crc32 } from 'node:zlib';
import { ZipFile } from 'yazl';
import { describe, expect, it } from 'vitest';
import { ARCHIVE_LIMITS } from '../../../src/ingest/archive-limits.ts';
import type { ByteSource } from '../../../src/ingest/byte-source.ts';
import { zipContent } from '../../../src/ingest/zip-source.ts';
import { readFiles } from '../../support/ingest.ts';

const CHAT = '13/07/23, 10:00 - Anna: è aperto? ☕\n14/07/23, 10:00 - Bar Rossi: sì';

async function zipOf(files: readonly (readonly [name: string, content: string | Buffer])[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of files) zip.addBuffer(Buffer.from(content), name);
  zip.addEmptyDirectory('folder');
  zip.end();
  const blocks: Buffer[] = [];
  for await (const block of zip.outputStream) blocks.push(block as Buffer);
  return Buffer.concat(blocks);
}

/** An archive of one entry, listed `copies` times, with every field as given, which no honest packer would write. */
function forged({ name, content, flags = 0x800, declared = content.length, method = 8, copies = 1 }: { name: string; content: Buffer; flags?: number; declared?: number; method?: number; copies?: number }): Buffer {
  const packed = method === 8 ? deflateRawSync(content) : content;
  const written = Buffer.from(name);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(declared, 18);
  fields.writeUInt16LE(written.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, written, packed]);
  const central = Buffer.concat(Array.from({ length: copies }, () => Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0'), fields, Buffer.alloc(14), written])));
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(copies, 8);
  end.writeUInt16LE(copies, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

async function textOf(entry: ByteSource | undefined): Promise<string> {
  const blocks: Buffer[] = [];
  if (entry !== undefined) for await (const block of entry.open()) blocks.push(block);
  return Buffer.concat(blocks).toString('utf8');
}

describe('zip archives', () => {
  it('lists files with their paths and sizes, leaves folders and litter out, and reads entries as often as they are opened', async () => {
    const { entries, close } = await zipContent(await zipOf([['a/è.txt', 'primo'], ['__MACOSX/a/._è.txt', 'x'], ['a/.DS_Store', 'x'], ['b.txt', ''], ['Thumbs.db', 'x']]));
    expect(entries.map(({ name, bytes }) => [name, bytes])).toEqual([['a/è.txt', 5], ['b.txt', 0]]);
    expect([await textOf(entries[0]), await textOf(entries[0]), await textOf(entries[1])]).toEqual(['primo', 'primo', '']);
    close();
  });

  it('the forged archives of these tests are sound but for what is forged', async () => {
    for (const method of [0, 8]) expect(await textOf((await zipContent(forged({ name: 'a.txt', content: Buffer.from('primo'), method }))).entries[0])).toBe('primo');
  });

  it.each(['../../etc/passwd', '/etc/passwd', 'C:/windows/x.txt', 'a/../../b.txt'])('refuses the name %s', async (name) => {
    await expect(zipContent(forged({ name, content: Buffer.from(CHAT) }))).rejects.toMatchObject({ name: 'IngestFailure', code: 'unreadable-file', message: expect.stringContaining('unsafe') as string });
  });

  it('says that an archive is locked', async () => {
    const locked = forged({ name: 'chat.txt', content: Buffer.from(CHAT), flags: 0x801 });
    await expect(textOf((await zipContent(locked)).entries[0])).rejects.toThrow('locked with a password: chat.txt');
    await expect(readFiles([['locked.zip', locked]])).rejects.toThrow('locked with a password');
  });

  it('says which way of packing it cannot unpack', async () => {
    await expect(textOf((await zipContent(forged({ name: 'a.txt', content: Buffer.from(CHAT), method: 14 }))).entries[0])).rejects.toThrow('packed in a way');
  });

  it('stops at an entry that unpacks to hundreds of times its size, or to another size than it says', async () => {
    await expect(textOf((await zipContent(forged({ name: 'a.txt', content: Buffer.alloc(64 << 20) }))).entries[0])).rejects.toThrow(`more than ${String(ARCHIVE_LIMITS.ratio)} times its size`);
    for (const declared of [3, 4000]) await expect(textOf((await zipContent(forged({ name: 'a.txt', content: Buffer.from(CHAT), declared }))).entries[0])).rejects.toThrow('damaged');
  });

  it('refuses an archive whose entries declare more than may come out', async () => {
    const entry = { name: 'a.txt', content: Buffer.from(CHAT), declared: 0xfffffff0 };
    const copies = Math.ceil(ARCHIVE_LIMITS.archiveBytes / entry.declared);
    expect((await zipContent(forged({ ...entry, copies: copies - 1 }))).entries).toHaveLength(copies - 1);
    await expect(zipContent(forged({ ...entry, copies: copies + 1 }))).rejects.toThrow('the archive unpacks to more than 20 GiB');
  });

  it('says that it is damaged when it is cut, when bytes changed, and when it is none', async () => {
    const whole = await zipOf([['chat.txt', CHAT.repeat(500)]]);
    await expect(zipContent(whole.subarray(0, whole.length - 30))).rejects.toThrow('damaged or ends in the middle');
    await expect(zipContent(Buffer.from('PK\u0003\u0004'))).rejects.toThrow('damaged or ends in the middle');
    const changed = Buffer.from(whole);
    changed.fill(0xff, 60, 90);
    await expect(textOf((await zipContent(changed)).entries[0])).rejects.toMatchObject({ code: 'unreadable-file' });
    const flipped = forged({ name: 'a.txt', content: Buffer.from(CHAT), method: 0 });
    flipped[60] = (flipped[60] ?? 0) ^ 1;
    await expect(textOf((await zipContent(flipped)).entries[0])).rejects.toThrow('damaged');
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const { entries } = await zipContent(await zipOf([['a.txt', CHAT.repeat(10_000)]]));
    await expect((async () => {
      for await (const block of entries[0]?.open(controller.signal) ?? []) if (block.length > 0) controller.abort(new Error('enough'));
    })()).rejects.toThrow('enough');
  });

  it('reads what it can of an archive and lists the rest with the reason', async () => {
    const inner = await zipOf([['chat.txt', CHAT]]);
    const read = await readFiles([['outer.zip', await zipOf([['WhatsApp Chat with Bar.txt', `${CHAT}\n15/07/23, 10:00 - Anna: ciao`], ['inner.zip', inner], ['photo.jpg', 'x'], ['empty.txt', '']])]]);
    expect(read.formats).toEqual({ 'WhatsApp Chat with Bar.txt': 'whatsapp' });
    expect(read.messages).toHaveLength(3);
    expect(read.unread.map(({ name, reason }) => [name, reason.slice(0, 40)])).toEqual([['inner.zip', 'the file is not text: it is an archive i'], ['photo.jpg', 'media'], ['empty.txt', 'the file is empty: 0 bytes']]);
    await expect(readFiles([['outer.zip', await zipOf([['inner.zip', inner]])]])).rejects.toThrow('holds nothing that can be read as messages');
  });
});
