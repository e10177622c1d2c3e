import type { ProjectDatabase } from './project-database.ts';

/** Number of messages and of accounts in a project. */
export function recordCounts({ connection }: ProjectDatabase): { readonly messages: number; readonly accounts: number } {
  return connection.prepare('SELECT (SELECT count(*) FROM message) AS messages, (SELECT count(*) FROM account) AS accounts').get() as { messages: number; accounts: number };
}
