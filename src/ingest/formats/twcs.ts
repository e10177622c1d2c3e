import type { TableFormat } from '../table-format.ts';

/** "Customer Support on Twitter": tweets to and from support accounts. Lists of answers are left out, because every answer names its parent. */
export const TWCS: TableFormat = {
  id: 'twcs', name: 'Customer Support on Twitter (twcs.csv)', description: 'tweets to and from support accounts, with reply links and the source\'s own inbound flag',
  requires: ['tweetid', 'authorid', 'inbound', 'createdat', 'text', 'inresponsetotweetid'], confidence: 1,
  columns: { tweetid: 'id', authorid: 'authorId', inbound: 'inbound', createdat: 'createdAt', text: 'text', inresponsetotweetid: 'parentId', responsetweetid: null },
  network: 'x', needsId: true, containerName: 'X · twcs', containerKind: 'unknown',
};
