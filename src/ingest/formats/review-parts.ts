import type { RecordedMessage } from '../../domain/model/record.ts';

/** A review with its title before its text, where the text does not begin with it anyway. `made` may hold the owner's reply after it. */
export function withTitle(made: readonly RecordedMessage[], title: string): RecordedMessage[] {
  const [review, ...rest] = made;
  if (review === undefined) return [];
  const plain = title.trim();
  const begins = plain === '' || (review.text ?? '').toLowerCase().startsWith(plain.replace(/(?:\.{3}|…)$/, '').toLowerCase());
  return [begins ? review : { ...review, text: review.text === null ? plain : `${plain}\n${review.text}` }, ...rest];
}

/** A review and its owner's reply under an id that another column holds; as they are without one. */
export function withId(made: readonly RecordedMessage[], id: string | null): RecordedMessage[] {
  const [review] = made;
  if (review === undefined || id === null) return [...made];
  return made.map((message) => (message === review ? { ...message, nativeId: id } : { ...message, nativeId: `${id}:response`, parentNativeId: id }));
}
