import type { RecordedAccount, RecordedContainer, RecordedMessage } from '../../domain/model/record.ts';
import { companyName } from '../company-name.ts';
import { textOfHtml } from '../html-text.ts';
import type { ItemOutcome } from '../item-outcome.ts';
import { headValues, jsonFormat, pagePaths } from '../json-format.ts';
import type { JsonItem } from '../json-item.ts';
import { jsonItems } from '../json-items.ts';
import { countAt, epochAt, flagAt, idAt, listOf, objectAt, objectOf, textAt, timeAt, valueAt } from '../json-values.ts';
import { NO_TIME, type StoredTime } from '../stored-time.ts';
import { newAccount, newContainer, newMessage } from '../new-records.ts';
import type { RecordFormat } from '../record-format.ts';
import { ownerReply } from '../record-maker.ts';

type Person = { readonly name: string | null; readonly isAgent: boolean | null; readonly organizationId: string | null };

function isTicket(value: unknown): boolean {
  return idAt(value, 'id') !== null && idAt(value, 'requester_id') !== null && textAt(value, 'created_at') !== null && (textAt(value, 'status') !== null || textAt(value, 'subject') !== null);
}

function isAudit(value: unknown): boolean {
  return idAt(value, 'ticket_id') !== null && (Array.isArray(valueAt(value, 'events')) || Array.isArray(valueAt(value, 'child_events')));
}

function isUser(value: unknown): boolean {
  return idAt(value, 'id') !== null && /^(?:end-user|agent|admin)$/.test(textAt(value, 'role') ?? '');
}

/** An organisation of a list or a line of its own; users and tickets are told before. */
function isOrganization(value: unknown): boolean {
  return idAt(value, 'id') !== null && textAt(value, 'name') !== null && (Array.isArray(valueAt(value, 'domain_names')) || (textAt(value, 'url') ?? '').includes('/organizations/'));
}

function bodyOf(comment: unknown): string {
  return textAt(comment, 'plain_body') ?? textAt(comment, 'body') ?? textOfHtml(textAt(comment, 'html_body') ?? '');
}

function helpDesk(value: unknown): RecordedContainer {
  const host = /^https:\/\/([^/]+)\//.exec(textAt(value, 'url') ?? '')?.[1] ?? 'Zendesk';
  return newContainer('help-desk', host);
}

type People = ReturnType<typeof createPeople>;

/**
 * People by id, as lists of users and embedded authors name them, with the organisation each belongs to; who asked each ticket,
 * so that everybody else on it answers. Agents get no organisation: theirs is the brand's own.
 */
function createPeople(): { learn(user: unknown): void; learnOrganization(organization: unknown): void; account(id: string | null, isRequester: boolean, company?: string | null): { author: RecordedAccount | null; inbound: boolean | null }; companyOf(organizationId: string | null): string | null } {
  const people = new Map<string, Person>();
  const organizations = new Map<string, string>();
  const companyOf = (organizationId: string | null): string | null => (organizationId === null ? null : (organizations.get(organizationId) ?? null));
  return {
    companyOf,
    learn(user) {
      const id = idAt(user, 'id');
      const role = textAt(user, 'role');
      const name = textAt(user, 'name');
      const known = id === null ? undefined : people.get(id);
      if (id !== null) people.set(id, { name: name ?? known?.name ?? null, isAgent: role === null ? (known?.isAgent ?? null) : role !== 'end-user', organizationId: idAt(user, 'organization_id') ?? known?.organizationId ?? null });
    },
    learnOrganization(organization) {
      const id = idAt(organization, 'id');
      const name = companyName(textAt(organization, 'name'));
      if (id !== null && name !== null) organizations.set(id, name);
    },
    account(id, isRequester, company = null) {
      const known = id === null ? undefined : people.get(id);
      const isAgent = known?.isAgent ?? !isRequester;
      const writesFor = isAgent ? null : (company ?? companyOf(known?.organizationId ?? null));
      return { author: newAccount({ id, name: known?.name ?? null, isBrand: isAgent ? true : null, ...(writesFor === null ? {} : { company: writesFor }) }), inbound: !isAgent };
    },
  };
}

interface Thread { readonly ticketId: string; readonly requester: string | null; /** Of whoever asked, as the ticket gives it. */ readonly company: string | null; readonly container: RecordedContainer; readonly line: number }

function createReader(people: People): (item: JsonItem) => ItemOutcome {
  const requesters = new Map<string, string>();

  function comment(value: unknown, { ticketId, requester, company, container, line }: Thread, fallback: { author: string | null; time: StoredTime }): RecordedMessage | null {
    // a note between agents is no conversation with anybody
    if (flagAt(value, 'public') === false) return null;
    const id = idAt(value, 'id');
    const authorId = idAt(value, 'author_id') ?? idAt(value, 'author', 'id') ?? fallback.author;
    if (objectAt(value, 'author') !== null) people.learn(valueAt(value, 'author'));
    const time = timeAt(value, ['created_at']);
    if (id === null) return null;
    return newMessage({ network: 'zendesk', nativeId: `comment:${id}`, kind: 'reply', line, parentNativeId: ticketId, rootNativeId: ticketId, container, text: bodyOf(value), time: time.ms === null ? fallback.time : time, ...people.account(authorId, authorId === requester, authorId === requester ? company : null) });
  }

  function ticket(value: unknown, line: number): ItemOutcome {
    const ticketId = idAt(value, 'id') ?? '';
    if (textAt(value, 'status') === 'deleted') return { rejected: { code: 'deleted', detail: 'the ticket was deleted' } };
    const time = timeAt(value, ['created_at']);
    const requester = idAt(value, 'requester_id');
    if (requester !== null && requesters.size < 2_000_000) requesters.set(ticketId, requester);
    for (const user of [valueAt(value, 'requester'), valueAt(value, 'assignee'), valueAt(value, 'submitter')]) if (objectOf(user) !== null) people.learn(user);
    if (objectAt(value, 'organization') !== null) people.learnOrganization(valueAt(value, 'organization'));
    const company = companyName(textAt(value, 'organization', 'name')) ?? people.companyOf(idAt(value, 'organization_id'));
    const container = helpDesk(value);
    const comments = listOf(valueAt(value, 'comments'));
    const description = textAt(value, 'description') ?? '';
    const [first] = comments;
    const opensTicket = first !== undefined && (description === '' || bodyOf(first).trim() === description.trim());
    const message = newMessage({ network: 'zendesk', nativeId: ticketId, kind: 'ticket', line, container, time, text: description === '' && opensTicket ? bodyOf(first) : description, ...people.account(requester, true, company), inbound: true });
    const thread = { ticketId, requester, company, container, line };
    const answers = comments.slice(opensTicket ? 1 : 0).map((each) => comment(each, thread, { author: null, time: NO_TIME })).filter((each) => each !== null);
    const minutes = countAt(value, 'metric_set', 'reply_time_in_minutes', 'calendar') ?? countAt(value, 'reply_time_in_minutes', 'calendar');
    const isTimedOnly = comments.length === 0 && minutes !== null && time.ms !== null;
    return { messages: isTimedOnly ? [message, ownerReply(message, { text: '', time: { ms: (time.ms ?? 0) + minutes * 60_000, precision: 'min' } })] : [message, ...answers] };
  }

  function audit(value: unknown, line: number): ItemOutcome {
    const ticketId = idAt(value, 'ticket_id') ?? '';
    const events = [...listOf(valueAt(value, 'events')), ...listOf(valueAt(value, 'child_events'))];
    const isFirst = events.some((event) => (textAt(event, 'type') ?? textAt(event, 'event_type')) === 'Create');
    const author = idAt(value, 'author_id') ?? idAt(value, 'updater_id');
    if (isFirst && author !== null && !requesters.has(ticketId)) requesters.set(ticketId, author);
    const said = timeAt(value, ['created_at']);
    const written = said.ms === null ? epochAt(value, 'timestamp') : said;
    const thread = { ticketId, requester: requesters.get(ticketId) ?? null, company: null, container: helpDesk(value), line };
    const messages = events.filter((event) => (textAt(event, 'type') ?? textAt(event, 'event_type')) === 'Comment').map((event) => comment(event, thread, { author, time: written })).filter((each) => each !== null)
      // the comment that opened the ticket is the ticket
      .map((each): RecordedMessage => (isFirst ? { ...each, nativeId: ticketId, kind: 'ticket', parentNativeId: null, rootNativeId: null } : each));
    return messages.length === 0 ? null : { messages };
  }

  return ({ value, line, path }) => {
    if (isTicket(value)) return ticket(value, line);
    if (isAudit(value)) return audit(value, line);
    if (isUser(value)) {
      people.learn(value);
      return null;
    }
    if (path.endsWith('organizations[]') || isOrganization(value)) {
      people.learnOrganization(value);
      return null;
    }
    return { rejected: { code: 'not-a-message', detail: 'neither a ticket nor an event of one' } };
  };
}

function formatWith(people: People): RecordFormat {
  return jsonFormat({
    id: 'zendesk-json', name: 'Zendesk tickets (JSON)', description: 'tickets with their public comments, or the events of tickets; notes between agents are left out',
    recognise: (head) => (headValues(head).some((value) => [value, valueAt(value, 'ticket'), ...listOf(valueAt(value, 'tickets')), ...listOf(valueAt(value, 'audits')), ...listOf(valueAt(value, 'ticket_events'))].some((each) => isTicket(each) || isAudit(each))) ? 0.95 : 0),
    paths: (head) => pagePaths(head, ['organizations[]', 'users[]', 'tickets[]', 'audits[]', 'ticket_events[]', 'ticket']),
    reader: () => createReader(people),
  });
}

/**
 * Tickets of a Zendesk JSON export or of its API, with their public comments; notes between agents are left out. Whoever asks
 * writes for the organisation of the ticket, else for the user's own. One document is read twice, because its lists of users
 * and organisations stand behind the tickets that name them.
 */
export const ZENDESK_JSON: RecordFormat = {
  ...formatWith(createPeople()),
  async *read(part, setting) {
    const people = createPeople();
    if (objectOf(part.head.json?.document) !== null) {
      for await (const { items } of jsonItems(part, ['organizations[]', 'users[]'], setting.signal)) for (const { value, path } of items) {
        if (path === 'users[]') people.learn(value);
        else people.learnOrganization(value);
      }
    }
    yield* formatWith(people).read(part, setting);
  },
};
