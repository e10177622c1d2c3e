import { textAt, timeAt, valueAt } from '../json-values.ts';
import { withoutEntities } from '../plain-text.ts';
import type { SourceFacts } from '../record-format.ts';
import { timeOfId } from '../snowflake-time.ts';
import { tweetLinks, type TweetLink } from './x-text.ts';

/** The whole text of a long tweet. */
export interface LongText {
  readonly text: string;
  readonly links: readonly TweetLink[];
}

const KEY = 'x-archive:long-texts';
/** A tweet follows its long text by some hundredths of a second. */
const REACH_MS = 2000;
/** Characters of the cut text that must be those of the whole one. */
const COMPARED = 60;

type Notes = Map<number, { readonly atMs: number; readonly note: LongText }[]>;

function notesOf({ notes }: SourceFacts): Notes {
  const known = notes.get(KEY);
  if (known instanceof Map) return known as Notes;
  const fresh: Notes = new Map();
  notes.set(KEY, fresh);
  return fresh;
}

/**
 * Remembers one element of an archive's note-tweet.js. Long texts have ids of their own; the tweet they belong to is found by
 * its time and its beginning.
 */
export function rememberLongText(facts: SourceFacts, note: unknown): void {
  const text = textAt(note, 'core', 'text');
  const atMs = timeOfId('x', textAt(note, 'noteTweetId') ?? '').ms ?? timeAt(note, ['createdAt']).ms;
  if (text === null || atMs === null) return;
  const notes = notesOf(facts);
  const second = Math.floor(atMs / 1000);
  notes.set(second, [...(notes.get(second) ?? []), { atMs, note: { text, links: tweetLinks(valueAt(note, 'core')) } }]);
}

function comparable(text: string): string {
  return withoutEntities(text).replace(/\s+/g, ' ').trim();
}

/** A text without the mentions it begins with: those of the people it answers, which long texts may leave out. */
function withoutLeadingMentions(text: string): string {
  return text.replace(/^(?:@\w{1,20}\s+){1,60}/, '');
}

/**
 * The whole text of a cut tweet, where the archive holds it: the one written at the same moment that begins alike and is
 * longer. Null for tweets that are whole.
 */
export function longTextOf(facts: SourceFacts, tweet: { readonly id: string; readonly ms: number; readonly text: string }): LongText | null {
  const notes = notesOf(facts);
  if (notes.size === 0) return null;
  const atMs = timeOfId('x', tweet.id).ms ?? tweet.ms;
  const cut = comparable(tweet.text);
  const start = (text: string): string => text.replace(/(?:…|https:\/\/t\.co\/\w*).*$/s, '').trim().slice(0, COMPARED);
  const candidates = [-2, -1, 0, 1, 2].flatMap((step) => notes.get(Math.floor(atMs / 1000) + step) ?? []).filter((candidate) => Math.abs(candidate.atMs - atMs) <= REACH_MS);
  for (const { note } of candidates.sort((one, other) => Math.abs(one.atMs - atMs) - Math.abs(other.atMs - atMs))) {
    const whole = comparable(note.text);
    if (start(cut) !== '' && whole.startsWith(start(cut)) && whole.length >= start(cut).length) return note;
    const rest = withoutLeadingMentions(cut);
    if (start(rest) !== '' && whole.startsWith(start(rest))) return { ...note, text: `${cut.slice(0, cut.length - rest.length)}${note.text}` };
  }
  return null;
}
