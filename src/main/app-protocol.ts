import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { mediaType, pageFile } from '../engine/page-files.ts';
import { PAGE_HEADERS } from '../engine/page-policy.ts';
import { isOwnPage, PAGE_SCHEME } from './request-filter.ts';

/** Declares the scheme; must run before the app is ready. Policies apply to it as to any site (no bypass). */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }]);
}

/** Serves the built renderer under the scheme, GET only, with the page policy as headers. */
export function servePages(session: Session, folder: string): void {
  session.protocol.handle(PAGE_SCHEME, async (request) => {
    if (request.method !== 'GET' || !isOwnPage(request.url)) return new Response('not found', { status: 404, headers: { ...PAGE_HEADERS } });
    // the raw path: URL normalisation would hide an attempt to leave the folder
    const path = /^[a-z]+:\/\/[^/]+(\/[^?#]*)?/i.exec(request.url)?.[1] ?? '/';
    const file = pageFile(folder, path);
    const bytes = file === null ? null : await readFile(file).catch(() => null);
    if (file === null || bytes === null) return new Response('not found', { status: 404, headers: { ...PAGE_HEADERS } });
    return new Response(new Uint8Array(bytes), { headers: { ...PAGE_HEADERS, 'Content-Type': mediaType(file) } });
  });
}
