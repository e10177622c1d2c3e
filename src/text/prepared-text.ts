import type { TextKind } from '../domain/model/codes.ts';
import type { PreparedText } from './analysis.ts';

/** Longest beginning of a text that is read, in UTF-16 units: longer texts are cut, so that time per text is bounded. */
const MAXIMUM_UNITS_READ = 8_000;

// Every alternative starts with a distinct character and repeats one class only: matching is linear.
const SPECIAL = new RegExp(
  [
    String.raw`(?<link>https?:\/\/\S+|www\.\S+)`,
    String.raw`(?<mention>[@＠][\p{L}\p{N}_.]+)`,
    String.raw`(?<hashtag>#[\p{L}\p{N}_]+)`,
    String.raw`(?<entity>&(?:amp|lt|gt|quot|apos|nbsp|#39|#039|#x27);)`,
    String.raw`(?<emoticon>(?<![\p{L}\p{N}])(?:[:;=]'?-?[\)\(\]\[DPpOo*\|\/]|<3|\^_\^|xD|XD)(?![\p{L}\p{N}]))`,
    String.raw`(?<emoji>\p{RI}\p{RI}|[\p{Extended_Pictographic}--[©®™]][\p{Emoji_Modifier}\uFE0F]?(?:\u200D\p{Extended_Pictographic}[\p{Emoji_Modifier}\uFE0F]?)*)`,
    String.raw`(?<cluster>\p{L}\p{M}+)`,
    String.raw`(?<noise>[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{M}\p{Emoji_Modifier}]+)`,
  ].join('|'),
  'vy',
);

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
    SPECIAL.lastIndex = at;
    const match = SPECIAL.exec(source);
    if (match === null) {
      at += (source.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      continue;
    }
    const groups = match.groups ?? {};
    const found = match[0];
    append(source.slice(from, match.index), from);
    from = match.index + found.length;
    at = from;
    if (groups['link'] !== undefined) links += 1;
    else if (groups['mention'] !== undefined) mentions += 1;
    else if (groups['emoticon'] !== undefined) emoji.push(found.replaceAll('-', ''));
    else if (groups['emoji'] !== undefined) emoji.push(found.replaceAll(/\uFE0F|[\u{1F3FB}-\u{1F3FF}]/gu, ''));
    if (groups['hashtag'] !== undefined) {
      hashtags.push(found.slice(1).toLowerCase());
      append(' ', match.index);
      append(found.slice(1), match.index + 1);
    } else if (groups['entity'] !== undefined) append(ENTITIES[found] ?? ' ', match.index);
    else if (groups['cluster'] !== undefined) append(composed(found), match.index);
    else if (groups['noise'] !== undefined) append(/\s/u.test(found) ? ' ' : '', match.index);
    else append(' ', match.index);
  }
  append(source.slice(from), from);
  const origin = (cleanOffset: number): number => {
    let low = 0;
    let high = cleanStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((cleanStarts[middle] ?? 0) <= cleanOffset) low = middle;
      else high = middle - 1;
    }
    return Math.min(source.length, (originStarts[low] ?? 0) + cleanOffset - (cleanStarts[low] ?? 0));
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
