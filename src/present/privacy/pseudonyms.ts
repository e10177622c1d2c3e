const VOICE = { it: 'Voce', en: 'Voice' } as const;

/**
 * Names for people in one deliverable: `Voce 27`. Keys (network and account) are put in the order of their digests, which
 * only whoever holds the secret behind `digest` can make again, and numbered from 1; the same keys and secret give the same
 * names, another deliverable's secret gives others, so that two decks cannot be laid over each other. `digest` is a keyed
 * hash as text (HMAC-SHA-256, hexadecimal); equal keys count once. Source: EDPB Guidelines 01/2025 on pseudonymisation.
 * @example pseudonyms(['x:anna'], { language: 'it', digest }).get('x:anna') // 'Voce 1'
 */
export function pseudonyms(keys: readonly string[], { language, digest }: { readonly language: 'it' | 'en'; readonly digest: (key: string) => string }): ReadonlyMap<string, string> {
  const ordered = [...new Set(keys)].map((key) => ({ key, place: digest(key) })).sort((one, other) => (one.place < other.place ? -1 : one.place > other.place ? 1 : one.key < other.key ? -1 : 1));
  return new Map(ordered.map(({ key }, at) => [key, `${VOICE[language]} ${String(at + 1)}`]));
}
