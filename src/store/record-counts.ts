import type { ProjectDatabase } from './project-database.ts';

/** Number of messages and of accounts in a project. */
export function recordCounts({ connection }: ProjectDatabase): { readonly messages: number; readonly accounts: number } {
  return connection.prepare('SELECT (SELECT count(*) FROM message) AS messages, (SELECT count(*) FROM account) AS accounts').get() as { messages: number; accounts: number };
}

/** The highest number a message has; 0 without messages. */
export function highestMessageId({ connection }: ProjectDatabase): number {
  return (connection.prepare('SELECT max(id) FROM message').pluck().get() as number | null) ?? 0;
}
