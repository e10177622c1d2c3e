import type { TableFormat } from '../table-format.ts';

/** Reviews of places as Apify exports them: one a row, or inside their place (`reviews`). Names are missing unless personal data were asked for. */
export const APIFY_GOOGLE_MAPS_REVIEWS: TableFormat = {
  id: 'apify-google-maps-reviews', name: 'Apify Google Maps reviews', description: 'reviews of places with the owner\'s replies (CSV, JSON, XLSX)',
  requires: ['stars', 'publishedatdate'],
  columns: { title: 'container', publishedatdate: 'createdAt', publishat: null, text: 'text', texttranslated: null, name: 'author', reviewerid: 'authorId', reviewerurl: null, reviewurl: 'url', reviewsid: null, likescount: 'likes', reviewslikescount: null, placeid: null, url: null, rating: null, location: null, description: null, imageurl: null, categoryname: null, address: null },
  network: 'google-maps', kind: 'review', containerKind: 'listing',
};
