import { matchedProbes, probesLeftOut } from './probe-queries.ts';
import type { ProjectDatabase } from './project-database.ts';
import { contentOf, putBackMessage, takeOutMessage, type MessageContent, type StoredRow } from './set-aside-rows.ts';
import { removeSetting, settingOf, storeSetting } from './stage-queries.ts';

/** Name of the setting that holds the messages of probes while they are left out of every figure. */
export const PROBES_ASIDE = 'probes_aside';

type AsideMessage = MessageContent & { readonly message: StoredRow & { readonly id: number } };

/** Messages of probes that are left out at present. */
export function probesAside(project: ProjectDatabase): AsideMessage[] {
  const kept = settingOf(project, PROBES_ASIDE);
  return kept === null ? [] : (JSON.parse(kept) as AsideMessage[]);
}

/** Brings the messages of probes back with the ids they had. To be called inside a transaction, persons apart; whoever calls it links threads and reactions. Returns how many came back. */
export function bringBackProbes(project: ProjectDatabase): number {
  const aside = probesAside(project);
  const isThere = project.connection.prepare('SELECT 1 FROM account WHERE id = ?').pluck();
  for (const content of aside) {
    const { message } = content;
    // an account that went meanwhile wrote nothing any more
    const author = message['account_id'] ?? null;
    putBackMessage(project, message.id, { ...content, message: { ...message, account_id: author !== null && isThere.get(author) === 1 ? author : null } });
  }
  if (aside.length > 0) removeSetting(project, PROBES_ASIDE);
  return aside.length;
}

/** Takes the messages of probes out of the records, where they are to be left out. To be called inside a transaction, on messages as sources say them, persons apart. Returns how many were taken out. */
export function keepProbesAside(project: ProjectDatabase): number {
  const { connection } = project;
  if (!probesLeftOut(project)) return 0;
  const read = connection.prepare('SELECT * FROM message WHERE id = ?');
  const found = matchedProbes(project).flatMap(({ messageId }) => (read.get(messageId) as AsideMessage['message'] | undefined) ?? []);
  if (found.length === 0) return 0;
  const contents = found.map((message): AsideMessage => ({ ...contentOf(project, message), message }));
  for (const { message } of contents) {
    connection.prepare('UPDATE reaction SET message_id = NULL WHERE message_id = ?').run(message.id);
    takeOutMessage(project, { id: message.id, text: message['text'] });
  }
  storeSetting(project, PROBES_ASIDE, JSON.stringify(contents));
  return contents.length;
}
