const NAMES: Readonly<Record<string, string>> = {
  facebook: 'Facebook', instagram: 'Instagram', twitter: 'Twitter', x: 'X', youtube: 'YouTube', tiktok: 'TikTok', linkedin: 'LinkedIn', reddit: 'Reddit', mastodon: 'Mastodon',
  google: 'Google', 'google-reviews': 'Google', googlemaps: 'Google Maps', trustpilot: 'Trustpilot', tripadvisor: 'Tripadvisor', zendesk: 'Zendesk', whatsapp: 'WhatsApp', telegram: 'Telegram', bluesky: 'Bluesky', threads: 'Threads',
};

/**
 * A network as its owner writes it; unknown ones with a capital.
 * @example networkName('youtube') // 'YouTube'
 */
export function networkName(code: string): string {
  const known = NAMES[code.toLowerCase()];
  if (known !== undefined) return known;
  return code === '' ? code : code.charAt(0).toUpperCase() + code.slice(1);
}
