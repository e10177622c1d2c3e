import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newProjectPath, projectFileName } from '../../../../src/app/project/project-place.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

describe('the file of a project by its name', () => {
  it.each([
    ['Caffè Aurora 2026', 'Caffè Aurora 2026'], ['../../etc/passwd', '-..-etc-passwd'], ['C:\\Windows', 'C--Windows'], ['.hidden', 'hidden'], ['..', 'project'], ['  ', 'project'], ['a. . ', 'a'],
    ['CON', '-CON'], ['nul', '-nul'], ['com1.2026', '-com1.2026'], ['Console', 'Console'], ['\u202etnuocca', '-tnuocca'], ['a\u0000b\nc', 'a-b-c'], ['half \ud83d', 'half -'],
  ])('%j is %j', (name, file) => {
    expect(projectFileName(name)).toBe(`${file}.tribuna`);
  });

  it('leaves room for what lies beside it in every script, and cuts no character in two', () => {
    for (const sign of ['字', '👩‍🚀', 'è', '𝔘']) {
      const file = projectFileName(sign.repeat(120));
      expect(Buffer.byteLength(`${file}.restoring.tmp-journal`)).toBeLessThanOrEqual(255);
      expect(file).not.toMatch(/\p{Cs}/u);
    }
  });

  it('can be written whatever the name is, in the folder and nowhere else', () => {
    const folder = temporaryFolder();
    fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }), (name) => {
      const path = newProjectPath(folder, name);
      expect(join(folder, basename(path))).toBe(path);
      writeFileSync(path, '');
      expect(newProjectPath(folder, name)).not.toBe(path);
    }), { numRuns: 60, seed: 5 });
  });
});
