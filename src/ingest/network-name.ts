const NAMES: Readonly<Record<string, string>> = {
  twitter: 'x', 'twitter.com': 'x', 'x.com': 'x', 'x (twitter)': 'x', 'x (formerly twitter)': 'x', 'twitter (x)': 'x',
  fb: 'facebook', 'facebook.com': 'facebook', facebook_public: 'facebook', facebookpublic: 'facebook', 'facebook page': 'facebook',
  ig: 'instagram', insta: 'instagram', 'instagram.com': 'instagram', instagram_public: 'instagram', instagrampublic: 'instagram',
  'youtube.com': 'youtube', yt: 'youtube', 'tiktok.com': 'tiktok', 'tik tok': 'tiktok', 'linkedin.com': 'linkedin', 'reddit.com': 'reddit',
  'google my business': 'google-maps', 'google business': 'google-maps', 'google business profile': 'google-maps', 'google maps': 'google-maps', googlemaps: 'google-maps', 'google play': 'google-play', googleplay: 'google-play', 'app store': 'app-store', appstore: 'app-store',
  'bsky.app': 'bluesky', email: 'mail', 'e-mail': 'mail', 'facebook messenger': 'messenger', 'whats app': 'whatsapp', blogs: 'blog', forums: 'forum',
};

/**
 * The code of a network by one of its names, as tools write them; an unknown name becomes its own code, in lower case.
 * @example networkNamed('Twitter') // 'x'
 */
export function networkNamed(written: string): string {
  const name = written.trim().toLowerCase();
  return Object.hasOwn(NAMES, name) ? (NAMES[name] ?? name) : name.replace(/\s+/g, '-');
}
