import type { OperationValue } from '../../contract/operations.ts';
import type { DRAFT_MANNERS } from '../../domain/model/one-by-one.ts';
import { oneByOneDraft } from '../../domain/strategy/one-by-one-draft.ts';
import { messagesById } from '../../store/message-queries.ts';
import { latestMessages, messagesNamed, peopleNamed } from '../../store/one-by-one-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { entryKey, type ListEntry } from './list-records.ts';

type Value = OperationValue<'oneByOne.list'>;
type Shown = Value['held'][number];

/** The entries of a list with their people and messages as the data hold them now; what is no longer there stands without a text. */
export function shownEntries(project: ProjectDatabase, entries: readonly ListEntry[]): Shown[] {
  const people = peopleNamed(project, entries.flatMap(({ person }) => person ?? []));
  const numbers = messagesNamed(project, entries.flatMap(({ message }) => message ?? []));
  const messages = new Map(messagesById(project, [...numbers.values()]).map((message) => [message.messageId, message]));
  const latest = latestMessages(project, entries.flatMap(({ message, person }) => (message === null && person !== null ? (people.get(person)?.accountId ?? []) : [])));
  return entries.map((entry) => {
    const { kind, about, points, waitedSeconds, person, message } = entry;
    const who = person === null ? undefined : people.get(person);
    const number = message === null ? undefined : numbers.get(message);
    const said = number === undefined ? undefined : messages.get(number);
    const written = message !== null || who === undefined ? undefined : latest.get(who.accountId);
    return {
      key: entryKey(entry), kind, about, points, waitedSeconds,
      accountId: who?.accountId ?? null, name: who?.name ?? said?.authorName ?? null, network: who?.network ?? said?.network ?? null,
      messageIds: number === undefined ? (written?.messageIds ?? []) : [number], text: said?.text ?? null, atMs: said?.atMs ?? null, language: said?.language ?? written?.language ?? null,
    };
  });
}

/** The same with how far each has come, and a draft in either manner where the person's language has one. */
export function draftedEntries(project: ProjectDatabase, entries: readonly ListEntry[]): Value['entries'] {
  return shownEntries(project, entries).map((shown, at) => {
    const draft = (manner: (typeof DRAFT_MANNERS)[number]): string | null => (shown.messageIds.length === 0 ? null : oneByOneDraft(shown, { language: shown.language ?? '', manner, name: shown.name, text: shown.text }));
    return { ...shown, state: entries[at]?.state ?? 'open', typed: entries[at]?.typed ?? null, drafts: { informal: draft('informal'), formal: draft('formal') } };
  });
}
