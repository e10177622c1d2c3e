import { privateName } from '../private-name.ts';
import type { TableFormat } from '../table-format.ts';

/** Messages of a Front export. A message in two inboxes stands there twice under one id; addresses of contacts become pseudonyms. */
export const FRONT: TableFormat = {
  id: 'front', name: 'Front messages', description: 'messages of shared inboxes with the beginnings of their texts; what answers what is known by conversation and order only',
  requires: ['messagedate', 'conversationid|conversationapiid', 'direction', 'inbox'],
  columns: {
    messageid: 'id', messageapiid: 'id', messagedate: 'createdAt', conversationid: 'rootId', conversationapiid: 'rootId', direction: 'inbound', inbox: 'container', extract: 'text', subject: null, contactname: 'author', contacthandle: 'authorId',
    author: null, assignee: null, attributedto: null, from: null, to: null, cc: null, bcc: null, status: null, segment: null, segmentid: null, tags: null, responsetime: null, firstresponse: null, reactiontime: null, resolutiontime: null, handletime: null, accountnames: null,
  },
  network: 'front', kind: 'message', containerKind: 'help-desk',
  refine: (made, cell) => ({ messages: made.map((message) => {
    if (message.inbound !== false) return message;
    const name = cell('author') === '' ? (message.container?.name ?? '') : privateName(cell('author'));
    return { ...message, author: { nativeId: `team:${name}`, handle: null, name, followers: null, isBrand: true } };
  }) }),
};
