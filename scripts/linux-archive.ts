import { basename, dirname } from 'node:path';
import { runProgram, type ProgramEnd } from './run-program.ts';

/**
 * Packs an unpacked product into a tar.gz whose bytes depend on its files alone: sorted by name, owned by nobody, with one time
 * for all (`epochSeconds`). `name` is the folder that unpacking makes. Needs GNU tar; never rejects.
 */
export function linuxArchive(folder: string, { archive, name, epochSeconds }: { readonly archive: string; readonly name: string; readonly epochSeconds: number }): Promise<ProgramEnd> {
  const same = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', `--mtime=@${String(epochSeconds)}`, '--format=posix', '--pax-option=exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime'];
  return runProgram('tar', ['-C', dirname(folder), ...same, '--transform', `s,^${basename(folder)},${name},`, '-I', 'gzip -n', '-cf', archive, basename(folder)]);
}
