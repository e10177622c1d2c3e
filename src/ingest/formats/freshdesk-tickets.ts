import type { RecordedMessage } from '../../domain/model/record.ts';
import { ownerReply } from '../record-maker.ts';
import type { TableFormat } from '../table-format.ts';

/** How long "HH:MM:SS" is, in ms; null for anything else and for nothing at all. */
function durationMs(written: string): number | null {
  const match = /^(\d{1,6}):(\d{2}):(\d{2})$/.exec(written);
  const ms = match === null ? 0 : Number(match[1]) * 3_600_000 + Number(match[2]) * 60_000 + Number(match[3]) * 1000;
  return ms === 0 ? null : ms;
}

/** The ticket with its first answer: the time it came at, else how long it took. */
function withAnswer(made: readonly RecordedMessage[], took: string): RecordedMessage[] {
  const [first, ...rest] = made;
  if (first === undefined) return [];
  const ticket: RecordedMessage = { ...first, inbound: true };
  const ms = durationMs(took);
  if (rest.length > 0 || ms === null || ticket.createdAtMs === null) return [ticket, ...rest];
  return [ticket, ownerReply(ticket, { text: '', time: { ms: ticket.createdAtMs + ms, precision: 's' } })];
}

/** Tickets of a Freshdesk export, without texts; its columns of hours are often empty where its times are filled, and the other way round. */
export const FRESHDESK_TICKETS: TableFormat = {
  id: 'freshdesk-tickets', name: 'Freshdesk tickets', description: 'tickets with times and first replies, without texts',
  requires: ['ticketid', 'createdtime', 'resolvedtime|closedtime|duebytime'],
  columns: {
    ticketid: 'id', createdtime: 'createdAt', subject: null, source: null, type: null, group: null, agent: null, status: null, firstresponsetimeinhrs: null, firstresponsetime: null, initialresponsetime: 'responseAt', fullname: 'author', contactid: 'authorId',
    lastupdatetime: null, firstresponsestatus: null, company: null, product: null, surveyresults: null,
  },
  network: 'freshdesk', kind: 'ticket', containerKind: 'help-desk',
  refine: (made, cell) => ({ messages: withAnswer(made, cell('firstresponsetimeinhrs')) }),
};
