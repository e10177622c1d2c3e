/**
 * The address of an account in full, `name@server`, lower case, from the address of its page or its actor; null for one
 * that does not hold the name.
 * @example mastodonHandle('https://mastodon.example/users/Anna') // 'anna@mastodon.example'
 */
export function mastodonHandle(address: string): string | null {
  const found = /^https?:\/\/([^/?#\s]{1,253})\/(?:users\/|@)([\w.-]{1,100})\/?$/i.exec(address.trim());
  return found === null ? null : `${found[2] ?? ''}@${found[1] ?? ''}`.toLowerCase();
}

/** Server of an address; null for anything that is none. */
export function serverOf(address: string): string | null {
  return /^https?:\/\/([^/?#\s]{1,253})/i.exec(address)?.[1]?.toLowerCase() ?? null;
}
