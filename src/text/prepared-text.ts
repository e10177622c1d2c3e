import type { TextKind } from '../domain/model/codes.ts';
import type { PreparedText } from './analysis.ts';

/** Longest beginning of a text that is read, in UTF-16 units: longer texts are cut, so that time per text is bounded. */
const MAXIMUM_UNITS_READ = 8_000;

/** What may be special in a text, in the order in which the pattern tries it: the group of each is its place, from 1 on. */
const LINK_FOUND = 1;
const MENTION_FOUND = 2;
const HASHTAG_FOUND = 3;
const ENTITY_FOUND = 4;
const EMOTICON_FOUND = 5;
const EMOJI_FOUND = 6;
const CLUSTER_FOUND = 7;
const NOISE_FOUND = 8;
// Every alternative starts with a distinct character and repeats one class only: matching is linear.
const SPECIAL = new RegExp(
  [
    String.raw`(https?:\/\/\S+|www\.\S+)`,
    String.raw`([@＠][\p{L}\p{N}_.]+)`,
    String.raw`(#[\p{L}\p{N}_]+)`,
    String.raw`(&(?:amp|lt|gt|quot|apos|nbsp|#39|#039|#x27);)`,
    String.raw`((?<![\p{L}\p{N}])(?:[:;=]'?-?[\)\(\]\[DPpOo*\|\/]|<3|\^_\^|xD|XD)(?![\p{L}\p{N}]))`,
    String.raw`(\p{RI}\p{RI}|[\p{Extended_Pictographic}--[©®™]][\p{Emoji_Modifier}\uFE0F]?(?:\u200D\p{Extended_Pictographic}[\p{Emoji_Modifier}\uFE0F]?)*)`,
    String.raw`(\p{L}\p{M}+)`,
    String.raw`([\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{M}\p{Emoji_Modifier}]+)`,
  ].join('|'),
  'vy',
);

const groupOf = (match: RegExpExecArray): number => {
  for (let group = LINK_FOUND; group < NOISE_FOUND; group += 1) if (match[group] !== undefined) return group;
  return NOISE_FOUND;
};

const AT_SIGN = 64;
const HASH_SIGN = 35;
const DOT = 46;
const FIRST_BEYOND_ASCII = 0x80;
/** Letters, digits and the underscore among the characters of ASCII. */
const NAME_SIGNS = Uint8Array.from({ length: FIRST_BEYOND_ASCII }, (_, code) => (/\w/u.test(String.fromCharCode(code)) ? 1 : 0));
const ASCII_BLANKS = Uint8Array.from({ length: FIRST_BEYOND_ASCII }, (_, code) => (/\s/u.test(String.fromCharCode(code)) ? 1 : 0));

/** The end of a mention or hashtag in ASCII that begins at a place; 0 where the pattern has to tell. */
const nameEnd = (source: string, from: number, sign: number): number => {
  let at = from + 1;
  for (; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code >= FIRST_BEYOND_ASCII) return 0;
    if (NAME_SIGNS[code] === 0 && (code !== DOT || sign !== AT_SIGN)) break;
  }
  return at > from + 1 ? at : 0;
};

/** The end of a link in ASCII that begins at a place; 0 where the pattern has to tell. */
const linkEnd = (source: string, from: number): number => {
  const lead = source.startsWith('https://', from) ? 8 : source.startsWith('http://', from) ? 7 : source.startsWith('www.', from) ? 4 : 0;
  let at = from + lead;
  for (; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code >= FIRST_BEYOND_ASCII) return 0;
    if (ASCII_BLANKS[code] === 1) break;
  }
  return lead > 0 && at > from + lead ? at : 0;
};

const FIRST_CODES = 0x250;
const MAYBE = 1;
const LINK = 2;
const LAUGH = 4;
/** What the first characters of Unicode may begin, by code: something special, a link, an emoticon of letters; 0 is plain. */
const BEGINNINGS = Uint8Array.from({ length: FIRST_CODES }, (_, code) => {
  const character = String.fromCharCode(code);
  if (character === 'h' || character === 'w') return LINK;
  if (character === 'x' || character === 'X') return LAUGH;
  return '@#&:;=<^'.includes(character) || /[\p{Cc}\p{Cf}]/u.test(character) ? MAYBE : 0;
});
const FIRST_MARK = 0x300;

/** Whether something special may begin at a place: told by the character and the next, so that most places cost no pattern. */
const mayBegin = (source: string, at: number, code: number): boolean => {
  if (code >= FIRST_CODES || source.charCodeAt(at + 1) >= FIRST_MARK) return true;
  const kind = BEGINNINGS[code];
  if (kind === LINK) return source.startsWith('http', at) || source.startsWith('www.', at);
  if (kind === LAUGH) return source.charAt(at + 1) === 'D';
  return kind === MAYBE;
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&nbsp;': ' ', '&apos;': "'", '&#39;': "'", '&#039;': "'", '&#x27;': "'",
};

const composed = (cluster: string): string => {
  const whole = cluster.slice(0, 3).normalize('NFC');
  return String.fromCodePoint(whole.codePointAt(0) ?? 32);
};

const beginning = (text: string): string => {
  if (text.length <= MAXIMUM_UNITS_READ) return text;
  const space = text.lastIndexOf(' ', MAXIMUM_UNITS_READ);
  return text.slice(0, space > MAXIMUM_UNITS_READ / 2 ? space : MAXIMUM_UNITS_READ);
};

/**
 * Sets aside what is not language: links, mentions, emoji and emoticons, control and combining characters; hashtags
 * keep their word. Only the first {@link MAXIMUM_UNITS_READ} units are read. Linear in the length read.
 */
export function preparedText(text: string): PreparedText {
  const source = beginning(text).replaceAll('’', "'").replaceAll('‘', "'");
  const emoji: string[] = [];
  const hashtags: string[] = [];
  const cleanStarts: number[] = [0];
  const originStarts: number[] = [0];
  let clean = '';
  let from = 0;
  let mentions = 0;
  let links = 0;
  const append = (piece: string, originStart: number): void => {
    if (piece === '') return;
    cleanStarts.push(clean.length);
    originStarts.push(originStart);
    clean += piece;
  };
  for (let at = 0; at < source.length; ) {
    const code = source.charCodeAt(at);
    if (!mayBegin(source, at, code)) {
      at += 1;
      continue;
    }
    const plain = code === AT_SIGN || code === HASH_SIGN ? nameEnd(source, at, code) : code < FIRST_BEYOND_ASCII && BEGINNINGS[code] === LINK ? linkEnd(source, at) : 0;
    let group = code === AT_SIGN ? MENTION_FOUND : code === HASH_SIGN ? HASHTAG_FOUND : LINK_FOUND;
    let end = plain;
    if (plain === 0) {
      SPECIAL.lastIndex = at;
      const match = SPECIAL.exec(source);
      if (match === null) {
        at += (source.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
        continue;
      }
      group = groupOf(match);
      end = at + match[0].length;
    }
    append(source.slice(from, at), from);
    const index = at;
    from = end;
    at = end;
    if (group === LINK_FOUND || group === MENTION_FOUND) {
      if (group === LINK_FOUND) links += 1;
      else mentions += 1;
      append(' ', index);
      continue;
    }
    const found = source.slice(index, end);
    if (group === EMOTICON_FOUND) emoji.push(found.replaceAll('-', ''));
    else if (group === EMOJI_FOUND) emoji.push(found.replaceAll(/\uFE0F|[\u{1F3FB}-\u{1F3FF}]/gu, ''));
    if (group === HASHTAG_FOUND) {
      hashtags.push(found.slice(1).toLowerCase());
      append(' ', index);
      append(found.slice(1), index + 1);
    } else if (group === ENTITY_FOUND) append(ENTITIES[found] ?? ' ', index);
    else if (group === CLUSTER_FOUND) append(composed(found), index);
    else if (group === NOISE_FOUND) append(/\s/u.test(found) ? ' ' : '', index);
    else append(' ', index);
  }
  append(source.slice(from), from);
  const pieces = cleanStarts.length;
  // offsets are mostly asked for one after another: the piece of the last one is looked at first
  let last = 0;
  const origin = (cleanOffset: number): number => {
    if ((cleanStarts[last] ?? 0) > cleanOffset || (last + 1 < pieces && (cleanStarts[last + 1] ?? 0) <= cleanOffset)) {
      let low = 0;
      let high = pieces - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((cleanStarts[middle] ?? 0) <= cleanOffset) low = middle;
        else high = middle - 1;
      }
      last = low;
    }
    return Math.min(source.length, (originStarts[last] ?? 0) + cleanOffset - (cleanStarts[last] ?? 0));
  };
  return {
    clean, origin, emoji, hashtags, mentions, links,
    startsWithMention: /^[\s."]{0,4}[@＠]/u.test(source),
    cut: source.length < text.length,
  };
}

/**
 * What a text is made of. Links count as nothing; a mention or hashtag with emoji is `tags`.
 * @example textKind(preparedText('@anna 😍')) // 'tags'
 */
export function textKind(prepared: PreparedText): TextKind {
  if (prepared.hashtags.length === 0 && /[\p{L}\p{N}]/u.test(prepared.clean)) return 'text';
  const hashtagUnits = prepared.hashtags.reduce((sum, tag) => sum + tag.length, 0);
  const written = prepared.clean.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const inTags = hashtagUnits === 0 ? 0 : prepared.hashtags.join('').match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (written > inTags) return 'text';
  if (prepared.mentions > 0 || prepared.hashtags.length > 0) return 'tags';
  return prepared.emoji.length > 0 ? 'emoji' : 'none';
}
