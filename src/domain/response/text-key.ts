const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
/** White space that is more than one blank; single blanks stay as they are. */
const UNEVEN_SPACE = /[^\S ]\s*| \s+/gu;
const LEADING_MENTIONS = /^(?:[.\s]*@[\p{L}\p{N}_.-]{1,64}[:,]?\s*)+/u;

/**
 * The form in which two texts count as the same: entities decoded, case folded, white space collapsed, leading mentions
 * removed. Empty when nothing else is there. O(length).
 * @example textKey('@anna  Quanto   COSTA &amp; dove?') // 'quanto costa & dove?'
 */
export function textKey(text: string): string {
  const decoded = text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,6}));/gi, (whole, decimal: string | undefined, hexadecimal: string | undefined, name: string | undefined) => {
        if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
        const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : text;
  return decoded.replace(LEADING_MENTIONS, '').toLowerCase().replace(UNEVEN_SPACE, ' ').trim();
}
