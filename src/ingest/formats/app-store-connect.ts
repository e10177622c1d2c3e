import { headValues, jsonFormat, pagePaths } from '../json-format.ts';
import { countAt, idAt, listOf, objectAt, textAt, timeAt, valueAt } from '../json-values.ts';
import { newAccount, newContainer, newMessage } from '../new-records.ts';
import { ownerReply } from '../record-maker.ts';
import type { RecordedContainer, RecordedMessage } from '../../domain/model/record.ts';
import { withTitle } from './review-parts.ts';

function isReview(value: unknown): boolean {
  return textAt(value, 'type') === 'customerReviews' || (countAt(value, 'attributes', 'rating') !== null && textAt(value, 'attributes', 'createdDate') !== null && (textAt(value, 'attributes', 'reviewerNickname') !== null || textAt(value, 'attributes', 'territory') !== null));
}

function isAnswer(value: unknown): boolean {
  return textAt(value, 'type') === 'customerReviewResponses';
}

function listing(value: unknown, ancestors: readonly unknown[]): RecordedContainer {
  const app = idAt(value, 'relationships', 'app', 'data', 'id') ?? ancestors.map((each) => /\/apps\/([^/?]+)/.exec(textAt(each, 'links', 'self') ?? '')?.[1]).find((id) => id !== undefined) ?? null;
  return app === null ? newContainer('listing', 'App Store') : newContainer('listing', `app ${app}`, app);
}

function answer(message: RecordedMessage, response: unknown, line: number): RecordedMessage {
  return ownerReply({ ...message, line }, { text: textAt(response, 'responseBody') ?? '', time: timeAt(response, ['lastModifiedDate']) });
}

/** Customer reviews of the App Store Connect API: answers stand in the review or beside it, linked by their ids. */
export const APP_STORE_CONNECT = jsonFormat({
  id: 'app-store-connect', name: 'App Store reviews', description: 'customer reviews of App Store Connect with the developer\'s responses',
  recognise: (head) => (headValues(head).some((value) => [value, ...listOf(valueAt(value, 'data'))].some(isReview)) ? 0.95 : 0),
  paths: (head) => pagePaths(head, ['data[]', 'included[]']),
  reader: () => {
    const reviews = new Map<string, RecordedMessage>();
    const reviewOfResponse = new Map<string, string>();
    return ({ value, line, ancestors }) => {
      if (isAnswer(value)) {
        const id = idAt(value, 'id') ?? '';
        const review = reviews.get(idAt(value, 'relationships', 'review', 'data', 'id') ?? reviewOfResponse.get(id) ?? '');
        if (review === undefined) return { rejected: { code: 'not-a-message', detail: 'a response whose review is not in the file' } };
        return textAt(value, 'attributes', 'state') === 'PENDING_PUBLISH' ? { rejected: { code: 'withheld', detail: 'a response that is not published yet' } } : { messages: [answer(review, valueAt(value, 'attributes'), line)] };
      }
      const nativeId = idAt(value, 'id');
      if (!isReview(value)) return { rejected: { code: 'not-a-message', detail: 'neither a review nor a response' } };
      if (nativeId === null) return { rejected: { code: 'missing-id', detail: 'no id in the review' } };
      const [message] = withTitle([newMessage({
        network: 'app-store', nativeId, kind: 'review', line, time: timeAt(value, ['attributes', 'createdDate']), text: textAt(value, 'attributes', 'body'), rating: countAt(value, 'attributes', 'rating'),
        author: newAccount({ name: textAt(value, 'attributes', 'reviewerNickname') }), container: listing(value, ancestors), inbound: true,
      })], textAt(value, 'attributes', 'title') ?? '');
      if (message === undefined) return null;
      reviews.set(nativeId, message);
      const responseId = idAt(value, 'relationships', 'response', 'data', 'id');
      if (responseId !== null) reviewOfResponse.set(responseId, nativeId);
      const response = objectAt(value, 'response', 'attributes') ?? objectAt(value, 'response') ?? objectAt(value, 'attributes', 'response');
      return { messages: response !== null && textAt(response, 'responseBody') !== null ? [message, answer(message, response, line)] : [message] };
    };
  },
});
