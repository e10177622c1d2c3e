// each run of letters is begun once: a long one costs no more than many short ones
const ADDRESS = /(?<![\p{L}\p{N}_.+%'-])[\p{L}\p{N}_.+%'-]+(?:@|%40|&#64;)[\p{L}\p{N}.-]{1,190}/giu;
/** A number with its prefix, or written in groups as people write telephones; plain numbers are ids, dates have other groups. */
const TELEPHONE = /(?<![\p{L}\p{N}])(?:(?:\+|00)\d(?:[ \u00a0()./-]{0,2}\d){7,13}|3\d{2}[ \u00a0./-]?\d{3}[ \u00a0./-]?\d{3,4}|0\d{1,3}[ \u00a0/-]\d(?:[ \u00a0-]?\d){5,8}|\(\d{3}\) ?\d{3}[ -]\d{4})(?![\p{L}\p{N}])/gu;
const NUMERIC_HOST = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])|(?<![\w:])(?:[\da-f]{1,4}:){4,7}[\da-f]{1,4}(?![\w:])/gi;
const SECRET = /((?:access|auth|refresh|id|session|csrf|bearer)?_?-?(?:token|password|passwd|secret|cookie|api_?key|session_?id|authorization)["']?\s{0,3}[=:]\s{0,3}["']?)[^\s"'&,;}<>]{4,}/gi;
/** Keys of access that are known by how they begin, whatever names them. */
const BARE_KEY = /(?<![\w-])(?:EAA[A-Za-z\d]{10,}|ya29\.[\w-]{10,}|eyJ[\w-]{10,}\.[\w.-]{10,}|xox[abp]-[\w-]{10,}|gh[pousr]_\w{20,}|AKIA[A-Z\d]{16})/g;

/**
 * A row that was refused as it may be kept: mail addresses, telephone numbers, network addresses and keys of access are
 * masked, wherever they stand; what people wrote, names and ids stay, so that the row can still be found and mended.
 * @example maskedRow('7;anna@esempio.it;+39 333 1234567') // '7;[mail];[tel]'
 */
export function maskedRow(raw: string): string {
  return raw.replace(SECRET, '$1[key]').replace(BARE_KEY, '[key]').replace(ADDRESS, '[mail]').replace(NUMERIC_HOST, '[ip]').replace(TELEPHONE, '[tel]');
}
