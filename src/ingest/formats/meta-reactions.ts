import type { ReactionKind } from '../../domain/model/codes.ts';
import { plainReaction } from './emoji-reaction.ts';

const CODES: Readonly<Record<string, ReactionKind>> = {
  like: 'like', love: 'love', haha: 'haha', wow: 'wow', sorry: 'sad', sad: 'sad', anger: 'angry', angry: 'angry', support: 'care', care: 'care', thankful: 'other', pride: 'other',
};
/** What the interface calls them, in the languages whose downloads were seen or whose words are known. */
const WORDS: Readonly<Record<string, ReactionKind>> = {
  'mi piace': 'like', 'gefällt mir': 'like', 'me gusta': 'like', 'j’aime': 'like', 'j\'aime': 'like', gosto: 'like', curtir: 'like', 'synes godt om': 'like', 'vind ik leuk': 'like',
  ahah: 'haha', sigh: 'sad', triste: 'sad', traurig: 'sad', grrr: 'angry', wütend: 'angry', abbraccio: 'care', umarmung: 'care', 'me encanta': 'love', 'j’adore': 'love', 'j\'adore': 'love', adoro: 'love',
};

/**
 * The kind of a reaction that Meta names by its code (`LIKE`, `SORRY`), by the word of its interface or by an emoji; null
 * for a text that is none of these.
 * @example reactionKind('ANGER') // 'angry'
 */
export function reactionKind(written: string): ReactionKind | null {
  const word = written.trim().toLowerCase();
  for (const table of [CODES, WORDS]) if (Object.hasOwn(table, word)) return table[word] ?? null;
  return plainReaction(written);
}
