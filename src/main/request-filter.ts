/** Scheme of the renderer's own pages. */
export const PAGE_SCHEME = 'app';

/** Host part of the renderer's pages: `app://tribuna/index.html`. */
export const PAGE_HOST = 'tribuna';

/** The workbench's own page. */
export const PAGE_URL = `${PAGE_SCHEME}://${PAGE_HOST}/`;

/**
 * Whether a window may request a URL at all: its own pages, and bytes it already holds. Everything else is cancelled,
 * whatever the page's policy would have said.
 */
export function isAllowedRequest(url: string): boolean {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return false;
  }
  if (parsed.protocol === 'data:') return true;
  if (parsed.protocol === 'blob:') return isOwnBlob(url);
  return isOwnPage(url) || parsed.protocol === 'devtools:';
}

/** Whether a URL stands for bytes that one of the renderer's pages made itself. */
export function isOwnBlob(url: string): boolean {
  return url.startsWith(`blob:${PAGE_SCHEME}://${PAGE_HOST}/`);
}

/** Whether a URL is one of the renderer's pages: where navigation may go and calls may come from. */
export function isOwnPage(url: string): boolean {
  try {
    const { protocol, host } = new URL(url);
    return protocol === `${PAGE_SCHEME}:` && host === PAGE_HOST;
  } catch {
    return false;
  }
}
