const NAMES: Readonly<Record<string, string>> = {
  facebook: 'Facebook', instagram: 'Instagram', twitter: 'Twitter', x: 'X', youtube: 'YouTube', tiktok: 'TikTok', linkedin: 'LinkedIn', reddit: 'Reddit', mastodon: 'Mastodon',
  google: 'Google', 'google-maps': 'Google Maps', 'google-play': 'Google Play', trustpilot: 'Trustpilot', tripadvisor: 'Tripadvisor', zendesk: 'Zendesk', freshdesk: 'Freshdesk', whatsapp: 'WhatsApp', telegram: 'Telegram', bluesky: 'Bluesky', threads: 'Threads',
};

/**
 * A network as its owner writes it, others with a capital. A file that named none was stored as `unknown`: say how the
 * reader's language calls that.
 * @example networkName('youtube') // 'YouTube'
 */
export function networkName(code: string, wordForNone = 'Unknown'): string {
  if (code === 'unknown') return wordForNone;
  const key = code.toLowerCase();
  // a source may call its network as the language calls a part of every object
  const known = Object.hasOwn(NAMES, key) ? NAMES[key] : undefined;
  if (known !== undefined) return known;
  return code === '' ? code : code.charAt(0).toUpperCase() + code.slice(1);
}
