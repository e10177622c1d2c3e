import { printableText } from '../printable-text.ts';

const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&apos;' };

/** Text as it may stand in an XML document, between tags or in an attribute: signs that no document may hold are gone. */
export function xmlText(text: string): string {
  return printableText(text).replaceAll(/[&<>"']/gu, (sign) => NAMES[sign] ?? sign);
}

/** What an XML attribute or text written by another program says. */
export function fromXml(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', '\'').replaceAll('&#39;', '\'').replaceAll('&amp;', '&');
}
