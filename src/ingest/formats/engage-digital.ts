import type { RecordedMessage } from '../../domain/model/record.ts';
import { textOfHtml } from '../html-text.ts';
import { withoutEntities } from '../plain-text.ts';
import type { NamedCell, RefinedRow, TableFormat } from '../table-format.ts';
import { writtenFlag } from '../written-number.ts';

/** Its text: the column of plain text; without it that of the body, as written where that is HTML, so that what its writer meant as a sign is not taken for markup. */
function writtenText(message: RecordedMessage, cell: NamedCell): string | null {
  const [plain, body] = [cell('bodyastext'), cell('body')];
  if (plain !== '') return withoutEntities(plain);
  return message.text === null || /<\/?[a-z][^>]{0,200}>/i.test(body) ? textOfHtml(body).trim() || null : message.text;
}

function contentOf(message: RecordedMessage, cell: NamedCell): RefinedRow {
  if (writtenFlag(cell('remotelydeleted')) === true) return { messages: [], rejected: { code: 'deleted', detail: 'the message was deleted on its network' } };
  if (/^(?:draft|pending approval)$/i.test(cell('status'))) return { messages: [], rejected: { code: 'not-a-message', detail: `never sent: ${cell('status')}` } };
  const isAgent = cell('creatorid') !== '' || /^agent /i.test(cell('status'));
  const isPrivate = writtenFlag(cell('privatemessage')) === true;
  return { messages: [{
    ...message, text: writtenText(message, cell), inbound: !isAgent, author: message.author === null ? null : { ...message.author, isBrand: isAgent ? true : null },
    kind: isPrivate ? 'message' : message.parentNativeId !== null ? 'reply' : message.rating !== null ? 'review' : message.kind,
  }] };
}

/** Messages of a RingCentral Engage Digital (Dimelo) export: days come first, and who created a message in the tool is an agent. */
export const ENGAGE_DIGITAL: TableFormat = {
  id: 'engage-digital', name: 'Engage Digital messages', description: 'messages of all connected sources with reply links; threads and journals are other exports',
  requires: ['contentthreadid', 'sourcetype', 'createdat', 'body|bodyastext', 'inreplytoid'],
  columns: {
    id: 'id', createdat: 'createdAt', initialcreatedat: null, sourcetype: 'network', sourcename: 'container', sourceid: null, contentthreadid: 'rootId', bodyastext: 'text', body: 'text', bodyashtml: null, originalbody: null, translatedbody: null, title: null,
    authorid: 'authorId', authorname: 'author', creatorid: null, creatorname: null, inreplytoid: 'parentId', inreplytoauthorid: null, type: null, status: null, language: 'language', sourcelanguage: null, rating: 'rating', foreignid: null, categories: null,
  },
  kind: 'message', containerKind: 'unknown', needsId: true, dateOrder: 'day-first',
  refine: ([message], cell) => (message === undefined ? { messages: [] } : contentOf(message, cell)),
};
