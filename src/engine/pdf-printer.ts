import type { Outcome } from '../contract/outcome.ts';
import { inBrowser, type PrintOptions } from './headless-browser.ts';

/**
 * Prints an HTML document as a PDF with selectable text, tags and bookmarks, in the closed browser of {@link inBrowser}, whose
 * failures it has. One to five seconds. Chromium writes the hour of printing into the file, so two PDFs of one document are
 * not the same bytes.
 */
export function printedPdf(html: string, options: PrintOptions = {}): Promise<Outcome<Uint8Array>> {
  return inBrowser('pdf', async (page) => {
    await page.show(html);
    const { data } = await page.ask('Page.printToPDF', { printBackground: true, preferCSSPageSize: true, displayHeaderFooter: false, generateTaggedPDF: true, generateDocumentOutline: true });
    if (typeof data !== 'string') throw new Error('it gave no document');
    return new Uint8Array(Buffer.from(data, 'base64'));
  }, options);
}
