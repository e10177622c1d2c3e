import type { TableFormat } from '../table-format.ts';

/** Comments of TikTok videos as Apify exports them. */
export const APIFY_TIKTOK_COMMENTS: TableFormat = {
  id: 'apify-tiktok-comments', name: 'Apify TikTok comments', description: 'comments of TikTok videos as Apify exports them (CSV, JSON, XLSX)',
  requires: ['text', 'createtimeiso', 'uniqueid', 'diggcount'], excludes: 'playcount',
  columns: { createtimeiso: 'createdAt', createtime: null, cid: 'id', repliestoid: 'parentId', videoweburl: 'rootId', submittedvideourl: null, uid: 'authorId', avatarthumbnail: null, input: null },
  network: 'tiktok', kind: 'comment', containerKind: 'profile',
};
