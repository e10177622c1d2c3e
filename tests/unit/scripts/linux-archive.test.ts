import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { linuxArchive } from '../../../scripts/linux-archive.ts';
import { runProgram } from '../../../scripts/run-program.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test.skipIf(process.platform !== 'linux')('the same files give the same bytes, whenever and in whatever order they were written', async () => {
  const digests: string[] = [];
  for (const names of [['a', 'b/c', 'z'], ['z', 'b/c', 'a']]) {
    const place = temporaryFolder();
    const folder = join(place, 'linux-unpacked');
    mkdirSync(join(folder, 'b'), { recursive: true });
    for (const name of names) {
      writeFileSync(join(folder, name), name);
      utimesSync(join(folder, name), 1000 + digests.length, 2000 + digests.length);
    }
    const archive = join(place, 'x.tar.gz');
    expect(await linuxArchive(folder, { archive, name: 'Tribuna-1.0.0', epochSeconds: 1_700_000_000 })).toMatchObject({ code: 0 });
    digests.push(createHash('sha256').update(readFileSync(archive)).digest('hex'));
    expect((await runProgram('tar', ['-tzf', archive])).output.trim().split('\n').filter((name) => !name.endsWith('/'))).toEqual(['Tribuna-1.0.0/a', 'Tribuna-1.0.0/b/c', 'Tribuna-1.0.0/z']);
  }
  expect(digests[0]).toBe(digests[1]);
});
