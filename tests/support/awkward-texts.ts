const SIGNS = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '\uff1d', '\uff0b', '\uff0d', '\uff20'];
const BEFORE = ['', ' ', '\u00a0', '\u200b', '\ufeff', '\u2060', '\u0001', ' \u00a0\ufeff'];

/** Texts that a spreadsheet may compute: every sign that begins a formula behind every sign that hides it, alone, before a payload, and in texts of several lines. */
export const awkwardTexts: readonly string[] = BEFORE.flatMap((before) => SIGNS.flatMap((sign) => [`${before}${sign}1+1`, `${before}${sign}cmd|'/c calc'!A1`, `ciao\n${before}${sign}HYPERLINK("x";"y")\nfine`, `a";${before}${sign}1,"b`]));

/** True for a text that a spreadsheet would compute as a cell's content. */
export function wouldCompute(text: string): boolean {
  return /^[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(text);
}
