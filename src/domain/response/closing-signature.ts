/** A closing line of at most this many words may be a signature. */
const LONGEST_SIGNATURE = 6;

/** `^MR`, `*MR`, `/MR` as teams sign at the end of a reply: one to four capitals after a sign of their own. */
export const SIGNED_INITIALS = /[\s.,;!?]*[\^*~/|]\s?(?<initials>\p{Lu}{1,3}\p{L}?)\s*$/u;
/** A dash before one to four words that begin with a capital, at the end: `— Marta`, `– Marta del Servizio Clienti`. */
export const SIGNED_DASH = /\s*(?:[—–]|--|\s-)\s*(?<name>\p{Lu}[\p{L}.'’]*)(?:\s+(?:\p{Lu}[\p{L}.'’]*|del|della|dello|dal|di|da|e|of|the|from|at|and|for|il|la|lo)){0,5}\s*$/u;
/** A closing line: `Marta`, `Team Aurora`, `Il team Aurora`, `Marta - Servizio clienti`. */
const CLOSING = /^(?:(?:il\s+)?(?:team|staff|servizio clienti|assistenza)\b.*|\p{Lu}[\p{Ll}'’]+(?:\s+\p{Lu}[\p{Ll}.'’]*){0,2})[\s.!]*$/iu;
const NAME_LINE = /^\p{Lu}[\p{Ll}'’]+(?:\s+\p{Lu}[\p{Ll}.'’]*){0,2}[\s.!]*$/u;
const TEAM_LINE = /^(?:(?:il|lo|the|your|la)\s+)?(?:vostro\s+)?(?:team|staff|servizio\s+clienti|assistenza|customer\s+(?:care|service)|support)\b/iu;

/** Links and invisible marks at the end, after which a signature no longer stands last. */
const TRAILING_LINK = /(?:\s*(?:https?:\/\/|www\.)\S+|[\s\p{Cf}])+$/u;
/** A mark of initials that belongs to a word or an address before it is none: `24/H`, `A/B`, `t.co/AB`. */
const JOINED_MARK = /[\p{L}\p{N}/][*/|~]\s?\p{Lu}{1,3}\p{L}?\s*$/u;

/** The last line of a text of several lines, where it is a person's name or a team's; null otherwise. */
export function closingLine(text: string): { readonly line: string; readonly isTeam: boolean } | null {
  const lines = text.split('\n');
  const line = (lines.at(-1) ?? '').trim();
  if (lines.length < 2 || line.split(/\s+/u).length > LONGEST_SIGNATURE || !CLOSING.test(line)) return null;
  const isTeam = TEAM_LINE.test(line);
  return isTeam || NAME_LINE.test(line) ? { line, isTeam } : null;
}

/**
 * Who signed a reply, as replies are signed by people who share a profile: initials after `^` and the like, a name behind a dash or
 * on the last line; null where nobody did or a whole team did. Rules, not recognition: a name in the middle of a sentence is none.
 * @example closingSignature('Ci spiace, scrivici in privato. ^MR https://t.co/x') // 'MR'
 */
export function closingSignature(text: string): string | null {
  const written = text.replace(TRAILING_LINK, '');
  const initials = JOINED_MARK.test(written) ? undefined : SIGNED_INITIALS.exec(written)?.groups?.['initials'];
  if (initials !== undefined) return initials.toUpperCase();
  const name = SIGNED_DASH.exec(written)?.groups?.['name'];
  if (name !== undefined) return TEAM_LINE.test(name) ? null : name;
  const closing = closingLine(written);
  return closing === null || closing.isTeam ? null : closing.line.replace(/[\s.!]+$/u, '');
}
