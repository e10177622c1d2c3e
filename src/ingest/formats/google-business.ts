import { headValues, jsonFormat, pagePaths } from '../json-format.ts';
import { listOf, objectAt, objectOf, textAt, timeAt, valueAt, flagAt } from '../json-values.ts';
import { newAccount, newContainer, newMessage } from '../new-records.ts';
import { ownerReply } from '../record-maker.ts';
import type { JsonObject } from '../json-item.ts';
import { writtenRating } from '../written-number.ts';

/**
 * What a reviewer wrote of a text that holds a machine translation beside it, whichever stands first.
 * @example originalText('(Translated by Google) Nice bar\n\n(Original)\nBel bar') // 'Bel bar'
 */
export function originalText(text: string): string {
  const original = /\((?:Original|Originale)\)\s*/i.exec(text);
  if (original !== null) return text.slice(original.index + original[0].length).trim();
  const translated = /\((?:Translated by Google|Tradotto da Google|Traduzione di Google)\)/i.exec(text);
  return translated !== null && translated.index > 0 ? text.slice(0, translated.index).trim() : text;
}

function reviewOf(value: unknown): JsonObject | null {
  const review = objectAt(value, 'review') ?? objectOf(value);
  return review !== null && /^(?:ONE|TWO|THREE|FOUR|FIVE|STAR_RATING_UNSPECIFIED)$/.test(textAt(review, 'starRating') ?? '') && textAt(review, 'createTime') !== null ? review : null;
}

/** Reviews of a Google Business Profile as its API and its archive give them, with the owner's reply inside each. */
export const GOOGLE_BUSINESS = jsonFormat({
  id: 'google-business', name: 'Google Business reviews', description: 'reviews of a Business Profile with the owner\'s replies, in the language they were written in',
  recognise: (head) => (headValues(head).some((value) => [value, ...listOf(valueAt(value, 'reviews')), ...listOf(valueAt(value, 'locationReviews'))].some((each) => reviewOf(each) !== null)) ? 0.95 : 0),
  paths: (head) => pagePaths(head, ['reviews[]', 'locationReviews[]']),
  reader: () => ({ value, line }) => {
    const review = reviewOf(value);
    if (review === null) return { rejected: { code: 'not-a-message', detail: 'no review with a rating and a time' } };
    const [, location, number] = /locations\/([^/]+)\/reviews\/([^/]+)/.exec(textAt(review, 'name') ?? textAt(value, 'name') ?? '') ?? [];
    const nativeId = textAt(review, 'reviewId') ?? number ?? null;
    if (nativeId === null) return { rejected: { code: 'missing-id', detail: 'the review has no id' } };
    const anonymous = flagAt(review, 'reviewer', 'isAnonymous') === true;
    const message = newMessage({
      network: 'google-maps', nativeId, kind: 'review', line, time: timeAt(review, ['createTime']), text: originalText(textAt(review, 'comment') ?? ''), rating: writtenRating(textAt(review, 'starRating') ?? ''),
      author: anonymous ? null : newAccount({ name: textAt(review, 'reviewer', 'displayName') }), container: newContainer('listing', textAt(review, 'locationName') ?? (location === undefined ? 'Google Business' : `locations/${location}`)), inbound: true,
    });
    const reply = objectAt(review, 'reviewReply');
    return { messages: reply === null ? [message] : [message, ownerReply(message, { text: originalText(textAt(reply, 'comment') ?? ''), time: timeAt(reply, ['updateTime']) })] };
  },
});
