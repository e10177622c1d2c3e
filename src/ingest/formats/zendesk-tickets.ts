import type { TableFormat } from '../table-format.ts';

/** Tickets of a Zendesk view or report, without texts: what is known of the answer is how many minutes it took. */
export const ZENDESK_TICKETS: TableFormat = {
  id: 'zendesk-tickets', name: 'Zendesk tickets', description: 'tickets with times and first replies, without texts; times are in the account\'s zone',
  requires: ['requester', 'createdat', 'status', 'firstreplytimeinminutes|firstreplytimemin|firstreplytimeinmin'],
  columns: {
    subject: null, description: null, group: null, via: null, type: null, tickettype: null, replies: null, satisfactionscore: null, updatedat: null, assignedat: null, summationcolumn: null, firstreplytimeinminuteswithinbusinesshours: null,
    submitter: null, assignee: null, organization: 'company', requesteremail: null, requesterexternalid: null, requesterdomain: null,
  },
  network: 'zendesk', kind: 'ticket', containerKind: 'help-desk',
  refine: (made) => ({ messages: made.map((message) => (message.kind === 'ticket' ? { ...message, inbound: true } : message)) }),
};
