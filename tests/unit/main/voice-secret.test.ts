import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deliverableDigest } from '../../../src/app/present/project-secret.ts';
import { voiceSecret, type Keychain } from '../../../src/main/voice-secret.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** A keychain that turns every byte around. */
const KEYCHAIN: Keychain = {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptString: (text) => Buffer.from(Buffer.from(text).map((byte) => byte ^ 0xff)),
  decryptString: (sealed) => Buffer.from(sealed.map((byte) => byte ^ 0xff)).toString('utf8'),
};
const WHO = { project: 'p', deliverable: 'd' };

test('a secret is made once, sealed, for its user alone, and no file holds it in the open', () => {
  const folder = temporaryFolder();
  const secret = voiceSecret(folder, KEYCHAIN) ?? '';
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(voiceSecret(folder, KEYCHAIN)).toBe(secret);
  expect(readFileSync(join(folder, 'voice-secret.sealed')).includes(secret)).toBe(false);
  if (process.platform !== 'win32') expect(statSync(join(folder, 'voice-secret.sealed')).mode & 0o777).toBe(0o600);
  // names are made with it, and no other secret is made beside it
  expect(deliverableDigest(folder, { ...WHO, kept: secret })('x:anna')).not.toBe(deliverableDigest(temporaryFolder(), WHO)('x:anna'));
  expect(existsSync(join(folder, 'pseudonym-secret'))).toBe(false);
});

test('a secret that lay in the open goes into the keychain, and names stay what they were', () => {
  const folder = temporaryFolder();
  const before = deliverableDigest(folder, WHO)('x:anna');
  const secret = voiceSecret(folder, KEYCHAIN) ?? '';
  expect(existsSync(join(folder, 'pseudonym-secret'))).toBe(false);
  expect(deliverableDigest(folder, { ...WHO, kept: secret })('x:anna')).toBe(before);
});

test.each([
  ['there is none', { ...KEYCHAIN, isEncryptionAvailable: () => false }],
  ['its password is one that everybody knows', { ...KEYCHAIN, getSelectedStorageBackend: () => 'basic_text' }],
  ['it does not open what it sealed', { ...KEYCHAIN, decryptString: () => 'x' }],
  ['it fails', { ...KEYCHAIN, encryptString: () => { throw new Error('locked'); } }],
])('without a keychain (%s) the secret stays in a file for its user alone', (_why, keychain) => {
  const folder = temporaryFolder();
  const before = deliverableDigest(folder, WHO)('x:anna');
  expect(voiceSecret(folder, keychain)).toBeNull();
  expect(existsSync(join(folder, 'voice-secret.sealed'))).toBe(false);
  expect(deliverableDigest(folder, WHO)('x:anna')).toBe(before);
  if (process.platform !== 'win32') expect(statSync(join(folder, 'pseudonym-secret')).mode & 0o777).toBe(0o600);
});

test('a sealed secret that cannot be opened is not overwritten', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'voice-secret.sealed'), 'what another keychain sealed');
  expect(voiceSecret(folder, KEYCHAIN)).toBeNull();
  expect(readFileSync(join(folder, 'voice-secret.sealed'), 'utf8')).toBe('what another keychain sealed');
});

test('a word that is no secret is not taken for one', () => {
  const folder = temporaryFolder();
  expect(deliverableDigest(folder, { ...WHO, kept: 'abc' })('x:anna')).toBe(deliverableDigest(folder, WHO)('x:anna'));
});
