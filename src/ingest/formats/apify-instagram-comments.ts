import type { TableFormat } from '../table-format.ts';

/** Comments of Instagram posts as Apify exports them; replies stand inside their comment (`replies`, in tables `replies/0/text`). */
export const APIFY_INSTAGRAM_COMMENTS: TableFormat = {
  id: 'apify-instagram-comments', name: 'Apify Instagram comments', description: 'comments of Instagram posts as Apify exports them (CSV, JSON, XLSX), with the replies inside them',
  requires: ['ownerusername', 'text', 'timestamp', 'posturl'],
  columns: { posturl: 'rootId', ownerid: 'authorId', ownerprofilepicurl: null, ownerusername: 'author', ownerfullname: null, commenturl: 'url', inputurl: null },
  network: 'instagram', kind: 'comment', containerKind: 'profile',
};
