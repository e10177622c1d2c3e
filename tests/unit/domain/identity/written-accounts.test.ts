import { describe, expect, test } from 'vitest';
import { writtenAccounts } from '../../../../src/domain/identity/written-accounts.ts';

const named = (text: string): string[] => writtenAccounts(text).map(({ network, name }) => `${network} ${name}`);

describe('accounts that a profile names', () => {
  test.each([
    ['https://twitter.com/Nebbiosa', ['x Nebbiosa']], ['x.com/nebbiosa?s=20', ['x nebbiosa']], ['www.instagram.com/nebbio.sa/', ['instagram nebbio.sa']], ['https://m.facebook.com/profile.php?id=1000123', ['facebook 1000123']],
    ['https://www.facebook.com/nebbia.rossi', ['facebook nebbia.rossi']], ['https://www.youtube.com/@nebbiosa', ['youtube nebbiosa']], ['youtube.com/channel/UCabcdefghijklmnopqrstuv', ['youtube UCabcdefghijklmnopqrstuv']],
    ['tiktok.com/@nebbiosa', ['tiktok nebbiosa']], ['https://it.linkedin.com/in/nebbia-rossi-12', ['linkedin nebbia-rossi-12']], ['reddit.com/u/nebbiosa', ['reddit nebbiosa']], ['t.me/nebbiosa', ['telegram nebbiosa']],
    ['https://bsky.app/profile/nebbia.bsky.social', ['bluesky nebbia.bsky.social']], ['https://mastodon.uno/@nebbia', ['mastodon nebbia@mastodon.uno']], ['threads.net/@nebbio.sa', ['threads nebbio.sa']],
    ['IG: @nebbio.sa | TikTok @nebbiosa', ['instagram nebbio.sa', 'tiktok nebbiosa']], ['su insta @nebbiosa e reddit u/nebbia_r.', ['instagram nebbiosa', 'reddit nebbia_r']], ['X: @nebbiosa', ['x nebbiosa']],
  ])('%s', (text, accounts) => expect(named(text)).toEqual(accounts));

  test.each(['instagram.com/p/C1abc', 'https://x.com/nebbiosa/status/12', 'youtube.com/watch?v=abc', 'scrivimi a nebbia@instagram.com', 'ciao @nebbiosa', 'un bacio x @nebbiosa', 'facebook.com/groups', 'nebbia.it/about', 'notinstagram.com/nebbia', ''])('%s names none', (text) => {
    expect(named(text)).toEqual([]);
  });

  test('names each once, and reads a long text in linear time', () => {
    expect(named('ig @nebbiosa, instagram.com/Nebbiosa')).toEqual(['instagram Nebbiosa']);
    const started = performance.now();
    for (const text of ['a.'.repeat(500_000), 'x'.repeat(1_000_000), 'instagram '.repeat(100_000), 'http://a.b.c/'.repeat(80_000), '%'.repeat(1_000_000)]) expect(named(text)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(1500);
  });
});
