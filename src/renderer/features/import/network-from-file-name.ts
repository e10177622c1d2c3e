const WORDS: readonly (readonly [RegExp, string])[] = [
  [/facebook|\bfb\b/, 'facebook'],
  [/instagram|\big\b/, 'instagram'],
  [/youtube|\byt\b/, 'youtube'],
  [/tiktok/, 'tiktok'],
  [/twitter|twcs|tweet/, 'x'],
  [/linkedin/, 'linkedin'],
  [/reddit/, 'reddit'],
  [/mastodon/, 'mastodon'],
  [/trustpilot/, 'trustpilot'],
  [/google/, 'google-maps'],
  [/zendesk/, 'zendesk'],
  [/freshdesk/, 'freshdesk'],
];

/**
 * The network a file's name speaks of: a proposal shown to the person who imports, never a fact. Null when it speaks of none.
 * @example networkFromFileName('commenti-facebook-2026.csv') // 'facebook'
 */
export function networkFromFileName(fileName: string): string | null {
  const name = fileName.toLowerCase().replaceAll('_', ' ');
  return WORDS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
