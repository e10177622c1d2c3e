import { isAbsolute, relative, resolve, sep } from 'node:path';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  woff: 'font/woff',
};

/**
 * The file of the renderer that a URL path names, or null when it names none: outside the folder, absolute, with a NUL,
 * with an encoded separator, or not decodable. `/` is `index.html`. The file need not exist.
 */
export function pageFile(folder: string, urlPath: string): string | null {
  if (/%2f|%5c|%00/i.test(urlPath) || urlPath.includes('\\')) return null;
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (!decoded.startsWith('/') || decoded.includes('\0')) return null;
  const file = resolve(folder, `.${decoded === '/' ? '/index.html' : decoded}`);
  const inside = relative(folder, file);
  // compared by whole path segments: a sibling folder that begins with the same letters is outside
  return inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? null : file;
}

/** Media type by file ending; `application/octet-stream` for endings the renderer does not use. */
export function mediaType(file: string): string {
  return MEDIA_TYPES[file.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}
