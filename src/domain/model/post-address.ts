const KEPT = /^(?:v|story_fbid|id|fbid|comment_id|reply_comment_id|lc)=/;

/**
 * The address of a post without what differs between two copies of one link: protocol, `www.` and `m.`, tracking
 * parameters, final slash; the several addresses that Instagram and YouTube give to one thing become one. A text that is
 * no address comes back as it is.
 * @example postAddress('https://www.instagram.com/anna/reel/C1abc/?igsh=x') // 'instagram.com/p/C1abc'
 */
export function postAddress(written: string): string {
  if (!/^https?:\/\//i.test(written)) return written;
  const [address = '', query = ''] = written.replace(/^https?:\/\/(?:(?:www|m|mobile|web|it-it|l)\.)?/i, '').split('#')[0]?.split('?') ?? [];
  const plain = address.replace(/^([^/]*)/, (host) => host.toLowerCase()).replace(/(?<!\/)\/+$/, '');
  const parameters = query.split('&');
  const instagram = /^instagram\.com\/(?:[^/]+\/)?(?:p|reel|reels|tv)\/([\w-]+)/.exec(plain);
  if (instagram !== null) return `instagram.com/p/${instagram[1] ?? ''}`;
  const video = /^youtu\.be\/([\w-]{6,})/.exec(plain)?.[1] ?? /^youtube\.com\/(?:shorts|live|embed)\/([\w-]{6,})/.exec(plain)?.[1] ?? (plain === 'youtube.com/watch' ? parameters.find((part) => part.startsWith('v='))?.slice(2) : undefined);
  if (video !== undefined && !parameters.some((part) => part.startsWith('lc='))) return `youtube.com/watch?v=${video}`;
  const status = /^(?:twitter|x)\.com\/[^/]+\/status(?:es)?\/(\d+)/.exec(plain);
  if (status !== null) return `x.com/i/status/${status[1] ?? ''}`;
  const tiktok = /^tiktok\.com\/@[^/]+\/(?:video|photo)\/(\d+)/.exec(plain);
  if (tiktok !== null) return `tiktok.com/video/${tiktok[1] ?? ''}`;
  const kept = parameters.filter((part) => KEPT.test(part)).sort();
  return plain + (kept.length > 0 ? `?${kept.join('&')}` : '');
}
