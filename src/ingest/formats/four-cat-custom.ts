import type { TableFormat } from '../table-format.ts';

/** The table that 4CAT asks of people who bring data of their own: five columns at least, times in UTC. */
export const FOUR_CAT_CUSTOM: TableFormat = {
  id: '4cat-custom', name: '4CAT, a table of one\'s own', description: 'the five columns that 4CAT needs (id, thread_id, author, body, timestamp) and any others; times are UTC',
  requires: ['id', 'threadid', 'author', 'body', 'timestamp'], confidence: 0.9,
  columns: { id: 'id', threadid: 'rootId', author: 'author', body: 'text', timestamp: 'createdAt', unixtimestamp: null, subject: null }, needsId: true, timesAreUtc: true, form: 'table', containerKind: 'unknown',
  // a row leads its thread where the thread bears its id
  refine: (made) => ({ messages: made.map((message) => (message.kind === 'post' && message.rootNativeId !== null ? { ...message, kind: 'comment' } : message)) }),
};
