import type { RecordedMessage } from '../../domain/model/record.ts';
import { ownerReply } from '../record-maker.ts';
import type { TableFormat } from '../table-format.ts';
import { writtenDuration } from '../written-duration.ts';

/** The ticket with its first answer: the time it came at, else how long it took. */
function withAnswer(made: readonly RecordedMessage[], took: string): RecordedMessage[] {
  const [first, ...rest] = made;
  if (first === undefined) return [];
  const ticket: RecordedMessage = { ...first, inbound: true };
  const ms = writtenDuration(took, 'hours') ?? 0;
  // a length of nothing stands for none
  if (rest.length > 0 || ms === 0 || ticket.createdAtMs === null) return [ticket, ...rest];
  return [ticket, ownerReply(ticket, { text: '', time: { ms: ticket.createdAtMs + ms, precision: 's' } })];
}

/** Tickets of a Freshdesk export, without texts; its columns of hours are often empty where its times are filled, and the other way round. */
export const FRESHDESK_TICKETS: TableFormat = {
  id: 'freshdesk-tickets', name: 'Freshdesk tickets', description: 'tickets with times and first replies, without texts',
  requires: ['ticketid', 'createdtime', 'resolvedtime|closedtime|duebytime'],
  columns: {
    ticketid: 'id', createdtime: 'createdAt', subject: null, source: null, type: null, group: null, agent: null, status: null, firstresponsetimeinhrs: null, firstresponsetime: null, initialresponsetime: 'responseAt', fullname: 'author', contactid: 'authorId',
    lastupdatetime: null, firstresponsestatus: null, company: 'company', product: null, surveyresults: null,
  },
  network: 'freshdesk', kind: 'ticket', containerKind: 'help-desk',
  refine: (made, cell) => ({ messages: withAnswer(made, cell('firstresponsetimeinhrs')) }),
};
