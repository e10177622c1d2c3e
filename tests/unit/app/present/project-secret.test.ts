import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deliverableDigest } from '../../../../src/app/present/project-secret.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

describe('the keyed hash of a deliverable', () => {
  it('is the same as long as the secret is kept, and another for another deliverable, project or machine', () => {
    const [here, there] = [join(temporaryFolder(), 'state'), join(temporaryFolder(), 'state')];
    const of = (folder: string, project: string, deliverable: string): string => deliverableDigest(folder, { project, deliverable })('x:anna');
    const one = of(here, 'p', 'd');
    expect(one).toMatch(/^[0-9a-f]{64}$/u);
    expect(of(here, 'p', 'd')).toBe(one);
    expect(new Set([one, of(here, 'p', 'e'), of(here, 'q', 'd'), of(there, 'p', 'd')])).toHaveProperty('size', 4);
    // made again by hand from what is kept
    const secret = Buffer.from(readFileSync(join(here, 'pseudonym-secret'), 'utf8').trim(), 'hex');
    expect(secret).toHaveLength(32);
    expect(createHmac('sha256', createHmac('sha256', secret).update('["p","d"]').digest()).update('x:anna').digest('hex')).toBe(one);
  });
  it('keeps its secret for one user alone, and leaves no half-written file', () => {
    const folder = temporaryFolder();
    deliverableDigest(folder, { project: 'p', deliverable: 'd' });
    expect(readdirSync(folder)).toEqual(['pseudonym-secret']);
    expect(statSync(join(folder, 'pseudonym-secret')).mode & 0o077).toBe(0);
  });
  it('makes a new secret in place of a damaged one', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'pseudonym-secret'), 'ff\n');
    deliverableDigest(folder, { project: 'p', deliverable: 'd' });
    expect(readFileSync(join(folder, 'pseudonym-secret'), 'utf8').trim()).toHaveLength(64);
  });
});
