import type { Session, WebContents } from 'electron';
import { isAllowedRequest, isOwnBlob, isOwnPage } from './request-filter.ts';

const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen']);

/** Schemes that Chromium itself would answer: every session refuses them before anything is looked up or read from disk. */
const REFUSED_SCHEMES = ['http', 'https', 'file', 'ftp'] as const;
const closed = new WeakSet<Session>();

/**
 * Closes a session: no network, no files of the disk, no permissions beyond copying and full screen, no devices, no
 * spell-check dictionaries. Closing twice is closing once. Sources: Electron's security checklist, items 5 and 18.
 */
export function closeSession(session: Session): void {
  if (closed.has(session)) return;
  closed.add(session);
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(ALLOWED_PERMISSIONS.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => ALLOWED_PERMISSIONS.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isAllowedRequest(url) }));
  // dictionaries would be fetched from a content network even when no field asks for spelling
  session.setSpellCheckerEnabled(false);
  if (process.platform !== 'darwin') session.setSpellCheckerLanguages([]);
  session.setSpellCheckerDictionaryDownloadURL('http://127.0.0.1:1/');
  session.enableNetworkEmulation({ offline: true });
  for (const scheme of REFUSED_SCHEMES) session.protocol.handle(scheme, () => Response.error());
  // the only thing a page may save is a text it made itself; Electron then asks the person where
  session.on('will-download', (event, item) => {
    if (!isOwnBlob(item.getURL())) event.preventDefault();
  });
}

/** Locks a page in: it stays on the renderer's own pages, opens no windows, embeds nothing, finds no device and no address of this machine. */
export function lockNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // left alone, Chromium would choose the first device that answers
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault();
    answer('');
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
