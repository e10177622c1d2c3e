import type { OperationValue } from '../../contract/operations.ts';

type Questions = OperationValue<'import.clientQuestions'>;

const IN_OUT = ['included', 'excluded', 'unknown'];

const QUESTIONS: Questions['questions'] = [
  { code: 'exportedAtMs', options: [], repeats: false },
  { code: 'officialProfiles', options: [], repeats: true },
  { code: 'moderatedBy', options: ['brand', 'agency', 'both', 'nobody', 'unknown'], repeats: false },
  { code: 'ads', options: ['included', 'excluded', 'none-run', 'unknown'], repeats: false },
  { code: 'hiddenComments', options: ['included', 'excluded', 'none-hidden', 'unknown'], repeats: false },
  { code: 'privateMessages', options: IN_OUT, repeats: false },
  { code: 'nestedReplies', options: IN_OUT, repeats: false },
  { code: 'order', options: ['all', 'most-relevant', 'unknown'], repeats: false },
  { code: 'deletes', options: ['yes', 'no', 'unknown'], repeats: false },
  { code: 'campaigns', options: [], repeats: true },
  { code: 'closures', options: [], repeats: true },
];

/** Files that a client can ask for on each network, with the boxes to tick so that they hold the replies; codes with words in the catalogue. `format` is the id under which such a file is recognised, where there is one. */
const NETWORKS: Questions['networks'] = [
  { network: 'facebook', files: [{ code: 'comments-export', format: 'apify-facebook-comments' }, { code: 'graph-api', format: 'graph-api' }, { code: 'business-suite-posts', format: 'business-suite' }, { code: 'own-archive-json', format: 'facebook-download' }], boxes: ['include-nested-replies', 'no-reply-limit', 'order-all-comments', 'include-hidden', 'include-ads', 'json-not-html'] },
  { network: 'instagram', files: [{ code: 'comments-export', format: 'apify-instagram-comments' }, { code: 'graph-api', format: 'graph-api' }, { code: 'business-suite-posts', format: 'business-suite' }, { code: 'own-archive-json', format: 'instagram-download' }], boxes: ['include-nested-replies', 'no-reply-limit', 'include-hidden', 'include-ads', 'json-not-html'] },
  { network: 'youtube', files: [{ code: 'comments-export', format: 'apify-youtube-comments' }, { code: 'data-api', format: 'youtube-data-api' }, { code: 'own-archive', format: 'youtube-takeout' }], boxes: ['include-nested-replies', 'no-reply-limit', 'exact-dates', 'order-by-time'] },
  { network: 'tiktok', files: [{ code: 'comments-export', format: 'apify-tiktok-comments' }, { code: 'own-archive-json', format: 'tiktok-download' }], boxes: ['include-nested-replies', 'no-reply-limit', 'include-ads', 'json-not-html'] },
  { network: 'x', files: [{ code: 'own-archive', format: 'x-archive' }, { code: 'mentions-export', format: null }], boxes: ['include-replies', 'include-mentions', 'exact-dates'] },
  { network: 'linkedin', files: [{ code: 'page-export', format: null }, { code: 'own-archive', format: 'linkedin-archive' }], boxes: ['include-nested-replies', 'exact-dates'] },
  { network: 'google-maps', files: [{ code: 'reviews-export', format: 'apify-google-maps-reviews' }, { code: 'own-archive', format: 'google-business' }], boxes: ['all-locations', 'include-owner-replies', 'include-author-names', 'exact-dates'] },
  { network: 'google-play', files: [{ code: 'reviews-export', format: 'google-play-reviews' }], boxes: ['include-owner-replies', 'exact-dates'] },
  { network: 'trustpilot', files: [{ code: 'reviews-export', format: 'trustpilot-reviews' }], boxes: ['include-owner-replies', 'exact-dates'] },
  { network: 'telegram', files: [{ code: 'chat-export-json', format: 'telegram' }], boxes: ['json-not-html', 'whole-history'] },
  { network: 'whatsapp', files: [{ code: 'chat-export-text', format: 'whatsapp' }], boxes: ['whole-history', 'without-media'] },
  { network: 'zendesk', files: [{ code: 'tickets-json', format: 'zendesk-json' }, { code: 'tickets-csv', format: 'zendesk-tickets' }], boxes: ['include-conversation', 'include-times', 'exact-dates'] },
  { network: 'freshdesk', files: [{ code: 'tickets-csv', format: 'freshdesk-tickets' }], boxes: ['include-conversation', 'include-times', 'exact-dates'] },
  { network: 'mail', files: [{ code: 'mailbox', format: 'mbox' }], boxes: ['whole-conversations'] },
];

/** What to ask a client before the first import: one list for the printed page, in codes. `known` names the formats this program reads: the others are left without one. */
export function clientQuestions(known: ReadonlySet<string>): Questions {
  return {
    questions: QUESTIONS,
    networks: NETWORKS.map(({ network, files, boxes }) => ({ network, boxes, files: files.map(({ code, format }) => ({ code, format: format !== null && known.has(format) ? format : null })) })),
  };
}
