/**
 * The one id by which files of several tools name a Facebook post: the Graph API writes `page_post`, Business Suite the
 * second half alone, and addresses end in it. A text that holds no such number comes back as null.
 * @example facebookPostId('https://www.facebook.com/106/posts/457') // '457'
 */
export function facebookPostId(written: string): string | null {
  const text = written.trim();
  if (/^\d{5,}(?:_\d{5,})?$/.test(text)) return text.split('_').at(-1) ?? null;
  if (!/^https?:\/\//i.test(text)) return null;
  return /\/(?:posts|videos|reel|permalink)\/(?:[^/?#]*\/)?(\d{5,})\/?(?:[?#]|$)/.exec(text)?.[1] ?? /[?&](?:story_fbid|v|fbid)=(\d{5,})/.exec(text)?.[1] ?? null;
}
