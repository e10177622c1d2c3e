import type { ReactionKind } from '../../domain/model/codes.ts';

const KINDS: Readonly<Record<string, ReactionKind>> = {
  '👍': 'like', '👏': 'like', '👌': 'like', '🙏': 'like', '💯': 'like', '🔥': 'like', '🎉': 'like', '✅': 'like', '⭐': 'like', '🏆': 'like',
  '❤': 'love', '🥰': 'love', '😍': 'love', '💖': 'love', '💕': 'love', '😘': 'love', '🧡': 'love', '💛': 'love', '💚': 'love', '💙': 'love', '💜': 'love', '🤗': 'care', '🫂': 'care',
  '😂': 'haha', '🤣': 'haha', '😁': 'haha', '😆': 'haha', '😄': 'haha', '😮': 'wow', '😯': 'wow', '😱': 'wow', '🤯': 'wow', '😲': 'wow', '🤩': 'wow',
  '😢': 'sad', '😭': 'sad', '💔': 'sad', '😞': 'sad', '☹': 'sad', '😡': 'angry', '🤬': 'angry', '😠': 'angry', '🤮': 'angry', '💩': 'angry',
};

/** What a reaction by emoji says plainly; null for an emoji that says nothing plain and for any other text. Skin tones and variation marks do not count. */
export function plainReaction(emoji: string): ReactionKind | null {
  const plain = emoji.trim().replace(/\p{Emoji_Modifier}|[\uFE0E\uFE0F]/gu, '');
  return Object.hasOwn(KINDS, plain) ? (KINDS[plain] ?? null) : null;
}

/**
 * What a reaction by emoji does; one that says nothing plain (a thumb down, a flag, one of a server's own) is `other`.
 * @example reactionOfEmoji('👍🏽') // 'like'
 */
export function reactionOfEmoji(emoji: string | null): ReactionKind {
  return plainReaction(emoji ?? '') ?? 'other';
}
