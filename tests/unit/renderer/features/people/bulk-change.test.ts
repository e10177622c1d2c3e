import { expect, test } from 'vitest';
import { bulkSentence, holders } from '../../../../../src/renderer/features/people/bulk-change.ts';
import { chosenTable } from '../../../../../src/renderer/features/people/chosen-table.ts';
import type { ListedProfile } from '../../../../../src/renderer/features/people/people-types.ts';
import { rowsBetween } from '../../../../../src/renderer/features/people/use-chosen-people.ts';
import { voiceOf } from '../../charts/voice.ts';

const profile = (accountId: number, roles: ListedProfile['roles'] = []): ListedProfile => ({ accountId, nativeId: `id-${String(accountId)}`, handle: null, name: `Nome ${String(accountId)}`, network: 'facebook', accounts: 1, messages: 3, firstMs: Date.UTC(2026, 2, 3, 12), lastMs: null, roles, flags: [] });
const customer = { role: 'customer' as const, brand: 'Aurora', origin: 'hand' as const, fromMs: null, toMs: null };
const PROFILES = [profile(1, [customer]), profile(2), profile(3)];

test('a change is told with how many it reaches, and how many have it already', () => {
  expect(holders(PROFILES, { role: 'customer', brand: 'aurora' })).toBe(1);
  expect(holders(PROFILES, { role: 'customer', brand: null })).toBe(0);
  const it = voiceOf('it');
  expect(bulkSentence({ kind: 'role', role: 'customer', brand: 'Aurora' }, PROFILES, it)).toContain('2 profili riceveranno');
  expect(bulkSentence({ kind: 'role', role: 'customer', brand: 'Aurora' }, PROFILES, it)).toContain('lo hanno già: 1');
  for (const language of ['it', 'en'] as const) {
    const voice = voiceOf(language);
    const all = [{ kind: 'role', role: 'bot', brand: null }, { kind: 'tribe', id: 'own:a', name: 'A', on: true }, { kind: 'tribe', id: 'own:a', name: 'A', on: false }, { kind: 'tag', tag: 'x', on: true }, { kind: 'tag', tag: 'x', on: false }, { kind: 'note', text: 'y' }] as const;
    for (const change of all) for (const some of [PROFILES, PROFILES.slice(0, 1)]) expect(bulkSentence(change, some, voice)).toContain(voice.count(some.length));
  }
});

test('a stretch of rows is chosen either way round', () => {
  expect(rowsBetween(['a', 'b', 'c', 'd'], 2, 1)).toEqual(['b', 'c']);
  expect(rowsBetween(['a', 'b', 'c', 'd'], 0, 3)).toEqual(['a', 'b', 'c', 'd']);
});

test('the chosen leave as a table that names each by the source’s own id', () => {
  const { columns, rows } = chosenTable(PROFILES, voiceOf('it'));
  expect(rows.map((row) => row.length)).toEqual(PROFILES.map(() => columns.length));
  expect(rows[0]?.slice(0, 4)).toEqual(['Facebook', 'id-1', 'Nome 1', '3']);
  expect(rows[0]?.at(-1)).toContain('(Aurora)');
  expect(rows[1]?.at(5)).toBe('');
});
