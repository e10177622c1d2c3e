import type { ReactionKind } from '../../domain/model/codes.ts';

const KINDS: Readonly<Record<string, ReactionKind>> = {
  '👍': 'like', '👏': 'like', '👌': 'like', '🙏': 'like', '💯': 'like', '🔥': 'like', '🎉': 'like', '✅': 'like', '⭐': 'like', '🏆': 'like',
  '❤': 'love', '🥰': 'love', '😍': 'love', '💖': 'love', '💕': 'love', '😘': 'love', '🧡': 'love', '💛': 'love', '💚': 'love', '💙': 'love', '💜': 'love', '🤗': 'care', '🫂': 'care',
  '😂': 'haha', '🤣': 'haha', '😁': 'haha', '😆': 'haha', '😄': 'haha', '😮': 'wow', '😱': 'wow', '🤯': 'wow', '😲': 'wow', '🤩': 'wow',
  '😢': 'sad', '😭': 'sad', '💔': 'sad', '😞': 'sad', '☹': 'sad', '😡': 'angry', '🤬': 'angry', '😠': 'angry', '🤮': 'angry', '💩': 'angry',
};

/**
 * What a reaction by emoji does; skin tones and variation marks do not count, and an emoji that says nothing plain (a thumb
 * down, a flag, one of a server's own) is `other`.
 * @example reactionOfEmoji('👍🏽') // 'like'
 */
export function reactionOfEmoji(emoji: string | null): ReactionKind {
  const plain = (emoji ?? '').replace(/\p{Emoji_Modifier}|\uFE0F/gu, '');
  return Object.hasOwn(KINDS, plain) ? (KINDS[plain] ?? 'other') : 'other';
}
