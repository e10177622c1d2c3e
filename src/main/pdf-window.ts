import { randomUUID } from 'node:crypto';
import { session, type Session } from 'electron';
import type { OperationValue } from '../contract/operations.ts';
import { failed, success, type Outcome } from '../contract/outcome.ts';
import { PAGE_SCHEME, PAGE_URL } from './request-filter.ts';
import { hiddenWindow } from './window.ts';

const LONGEST_MS = 60_000;
const HEADERS = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:", 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' } as const;

/**
 * Prints a document as a PDF with selectable text, tags and bookmarks, in a hidden window of its own that is closed again.
 * Its session lives in memory, is closed to the network like the workbench's, and holds one page: the document, under the
 * workbench's own scheme and without scripts. `io-error` when Chromium cannot print it or takes longer than a minute.
 */
export async function printPdf(html: string): Promise<Outcome<OperationValue<'host.printPdf'>>> {
  const apart = session.fromPartition(`print-${randomUUID()}`);
  serveDocument(apart, html);
  const window = hiddenWindow(apart);
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    late = setTimeout(() => reject(new Error(`it took longer than ${String(LONGEST_MS / 1000)} seconds`)), LONGEST_MS);
  });
  try {
    const printed = window.loadURL(PAGE_URL).then(() => window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: true }));
    const bytes = await Promise.race([printed, tooLate]);
    return success({ base64: bytes.toString('base64') });
  } catch (error) {
    return failed('io-error', `the report could not be printed: ${error instanceof Error ? error.message : 'unknown'}`);
  } finally {
    clearTimeout(late);
    window.destroy();
    await apart.clearStorageData().catch(() => undefined);
  }
}

/** The session's only page; everything else under any scheme is refused. */
function serveDocument(apart: Session, html: string): void {
  apart.protocol.handle(PAGE_SCHEME, (request) => (request.method === 'GET' && request.url === PAGE_URL ? new Response(html, { headers: { ...HEADERS } }) : new Response('not found', { status: 404, headers: { ...HEADERS } })));
}
