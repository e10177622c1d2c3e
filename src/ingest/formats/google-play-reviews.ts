import type { TableFormat } from '../table-format.ts';
import { withId, withTitle } from './review-parts.ts';

/** Reviews of the Google Play Console: UTF-16 with a byte order mark, one row a review as it stood at its last update. */
export const GOOGLE_PLAY_REVIEWS: TableFormat = {
  id: 'google-play-reviews', name: 'Google Play reviews', description: 'reviews of the Play Console with the developer\'s replies, without names; ratings without a text are not in it',
  requires: ['starrating', 'reviewsubmitdateandtime'],
  columns: { packagename: 'container', reviewsubmitdateandtime: 'createdAt', reviewlink: 'url', reviewtitle: null, reviewlastupdatedateandtime: null, developerreplydateandtime: 'responseAt', developerreplytext: 'responseText', device: null },
  network: 'google-play', kind: 'review', containerKind: 'listing',
  refine: (made, cell) => ({ messages: withId(withTitle(made, cell('reviewtitle')), /[?&]reviewid=([^&#]{4,200})/i.exec(cell('reviewlink'))?.[1] ?? null) }),
};
