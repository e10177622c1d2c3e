import type { TableFormat } from '../table-format.ts';
import { withTitle } from './review-parts.ts';

/** Reviews of the Trustpilot business export, with the company's reply or only its date. */
export const TRUSTPILOT_REVIEWS: TableFormat = {
  id: 'trustpilot-reviews', name: 'Trustpilot reviews', description: 'reviews of the Trustpilot business export, with the company\'s replies',
  requires: ['reviewstars', 'reviewcontent'],
  columns: { domainurl: 'container', webshopname: null, reviewtitle: null, referenceid: null, locationname: null, businessunitid: null, sourceofreview: null, reviewusername: 'author', reviewconsumeruserid: 'authorId' },
  network: 'trustpilot', kind: 'review', containerKind: 'listing',
  refine: (made, cell) => ({ messages: withTitle(made, cell('reviewtitle')) }),
};
