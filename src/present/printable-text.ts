/**
 * Text as it may stand in any file that is written: without control characters other than tab and line break, lone halves of
 * surrogate pairs and the two code points that no XML document may hold, and without the marks that turn the direction of
 * what follows, by which a text can show something else than it is. Line breaks become `\n`. Everything else stays as it is.
 * Source: XML 1.0, production 2 (Char); Unicode Technical Report 36, section 2.
 * @example printableText('a\u0000b\r\nc\u202e') // 'ab\nc'
 */
export function printableText(text: string): string {
  return text
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, (sign) => (sign === '\t' || sign === '\n' ? sign : ''));
}
