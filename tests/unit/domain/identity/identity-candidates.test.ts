import { describe, expect, test } from 'vitest';
import { identityCandidates, type ComparedAccount, type IdentityCandidate } from '../../../../src/domain/identity/identity-candidates.ts';

let rows = 0;
function account(network: string, handle: string | null, more: Partial<ComparedAccount> = {}): ComparedAccount {
  rows += 1;
  return { row: rows, network, nativeId: `id${String(rows)}`, handle, name: null, profile: null, link: null, mailHash: null, ...more };
}
const shown = (candidates: readonly IdentityCandidate[]): [string, string, string[]][] => candidates.map(({ a, b, reasons }) => [a.network, b.network, reasons.map(({ code }) => code)]);

describe('accounts that may be one person', () => {
  test('bear one rare handle on two networks, dots and case aside; the exact one counts for more', () => {
    const folded = identityCandidates([account('x', 'Pixelina_Torrefatta'), account('instagram', 'pixelina.torrefatta')]);
    const exact = identityCandidates([account('x', 'Pixelina_Torrefatta'), account('instagram', 'pixelina_torrefatta')]);
    expect(shown(folded)).toEqual([['instagram', 'x', ['same-handle']]]);
    expect(folded[0]?.reasons[0]?.evidence).toBe('pixelina.torrefatta = pixelina_torrefatta');
    expect(exact[0]?.confidence).toBeGreaterThan(folded[0]?.confidence ?? 1);
    expect(folded[0]?.confidence).toBeGreaterThan(0.8);
  });

  test.each(['info', 'admin', 'user123', 'marco', 'marco87', 'Marco_Rossi'])('are not proposed by the handle %s', (handle) => {
    expect(identityCandidates([account('x', handle), account('instagram', handle), account('tiktok', handle)])).toEqual([]);
  });

  test('are not proposed by a handle that several bear on one network, but for the one written alike', () => {
    const three = [account('x', 'nebbio.sablu'), account('x', 'nebbio_sablu'), account('instagram', 'nebbiosa_blu')];
    expect(identityCandidates(three)).toEqual([]);
    expect(shown(identityCandidates([account('x', 'nebbiosa.blu'), account('x', 'nebbiosa_blu'), account('instagram', 'Nebbiosa_Blu')]))).toEqual([['instagram', 'x', ['same-handle']]]);
  });

  test('are one account that two tools number differently, however common its handle', () => {
    expect(shown(identityCandidates([account('x', 'marco', { nativeId: '77' }), account('x', 'Marco', { nativeId: 'marco' })]))).toEqual([['x', 'x', ['same-account']]]);
    // where a name stands for the handle it says nothing
    expect(identityCandidates([account('google-maps', 'Marco'), account('google-maps', 'Marco')])).toEqual([]);
  });

  test('share a mail address; a desk that many share proposes none', () => {
    expect(shown(identityCandidates([account('zendesk', null, { mailHash: 'aa' }), account('mail', null, { mailHash: 'aa' }), account('mail', null, { mailHash: 'bb' })]))).toEqual([['mail', 'zendesk', ['same-mail']]]);
    expect(identityCandidates(Array.from({ length: 5 }, () => account('zendesk', null, { mailHash: 'aa' })))).toEqual([]);
  });

  test('are named by a profile or link; by each other more surely; whom many name is nobody of them', () => {
    const mine = account('instagram', 'nebbiosa', { profile: 'foto e caffè ☕ X: @nebbia_bl' });
    const other = account('x', 'Nebbia_Bl');
    const one = identityCandidates([mine, other]);
    expect(shown(one)).toEqual([['instagram', 'x', ['linked']]]);
    expect(one[0]?.reasons[0]).toMatchObject({ by: 'a', evidence: 'X: @nebbia_bl' });
    const both = identityCandidates([mine, { ...other, link: 'https://www.instagram.com/nebbiosa/' }]);
    expect(both[0]?.reasons).toMatchObject([{ code: 'linked', by: null }]);
    expect(both[0]?.confidence).toBeGreaterThan(one[0]?.confidence ?? 1);
    const star = account('x', 'stellina_famosa');
    expect(identityCandidates([star, ...Array.from({ length: 4 }, (_, position) => account('instagram', `fan_numero_${'abcd'[position] ?? ''}`, { profile: 'x.com/stellina_famosa' }))])).toEqual([]);
    expect(shown(identityCandidates([account('facebook', null, { nativeId: '1000123' }), account('x', 'q', { link: 'https://facebook.com/profile.php?id=1000123' })]))).toEqual([['facebook', 'x', ['linked']]]);
  });

  test('are never proposed by a name, which only supports', () => {
    expect(identityCandidates([account('x', 'aa', { name: 'Ludovica Zampironi' }), account('instagram', 'bb', { name: 'Ludovica Zampironi' })])).toEqual([]);
    const named = identityCandidates([account('x', 'pixelina_torrefatta', { name: 'Ludovica ZAMPIRONI' }), account('instagram', 'pixelina.torrefatta', { name: 'Zampironi, Ludovica' })]);
    expect(shown(named)).toEqual([['instagram', 'x', ['same-handle', 'same-name']]]);
    // a name that is the handle over again says nothing new
    expect(shown(identityCandidates([account('x', 'pixelina_torrefatta', { name: 'Pixelina Torrefatta' }), account('instagram', 'pixelina.torrefatta', { name: 'Pixelina Torrefatta' })]))).toEqual([['instagram', 'x', ['same-handle']]]);
  });

  test('come in the same order whatever the order of accounts', () => {
    const accounts = [account('x', 'pixelina_torrefatta'), account('instagram', 'pixelina.torrefatta', { profile: 'tiktok.com/@pixelinatorrefatta' }), account('tiktok', 'pixelinatorrefatta', { link: 'instagram.com/pixelina.torrefatta' }), account('mail', null, { mailHash: 'cc' }), account('zendesk', null, { mailHash: 'cc' })];
    const forwards = identityCandidates(accounts);
    expect(forwards).toHaveLength(4);
    expect(identityCandidates([...accounts].reverse())).toEqual(forwards);
    const confidences = forwards.map(({ confidence }) => confidence);
    expect(confidences).toEqual([...confidences].sort((one, other) => other - one));
  });

  test('are found among 200,000 accounts in seconds', () => {
    const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'po', 'ru'];
    const word = (number: number): string => [...String(number).padStart(6, '0')].map((digit) => syllables[Number(digit)] ?? '').join('');
    const many = Array.from({ length: 200_000 }, (_, position): ComparedAccount => ({
      row: position + 1, network: position % 2 === 0 ? 'x' : 'instagram', nativeId: String(position), handle: position % 10 === 0 ? 'info' : word(position % 40 === 3 ? position - 1 : position),
      name: 'Maria Rossi', profile: position % 5 === 0 ? 'ig @qualcuno_che_non_esiste, amo il caffè e i gatti' : null, link: null, mailHash: null,
    }));
    const started = performance.now();
    const found = identityCandidates(many);
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(found).toHaveLength(5_000);
  });
});
