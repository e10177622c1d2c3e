import type { MessageKind } from '../domain/model/codes.ts';
import type { RecordedContainer } from '../domain/model/record.ts';
import { fieldOfHeader, foldedHeader } from './header-synonyms.ts';
import type { TableField, TableMapping } from './table-mapping.ts';

/** A kind of table the program knows by its header. */
export interface TableFormat {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Folded headers that must all be there; none for the format that takes any table. */
  readonly requires: readonly string[];
  /** Folded header -> field, over what the synonyms say; null leaves a column out. */
  readonly columns: Readonly<Record<string, TableField | null>>;
  readonly network?: string;
  readonly kind?: MessageKind;
  readonly containerKind?: RecordedContainer['kind'];
  /** Ids without which a row means nothing: a row that lacks one is refused instead of getting an id from its content. */
  readonly needsId?: boolean;
  /** Name of the one container of a source that knows none. */
  readonly containerName?: string;
}

/** The formats known, most telling first; `csv` takes any other table through a mapping. */
export const TABLE_FORMATS: readonly TableFormat[] = [
  {
    id: 'twcs', name: 'Customer Support on Twitter (twcs.csv)', description: 'tweets to and from support accounts, with reply links and the source\'s own inbound flag',
    requires: ['tweetid', 'authorid', 'inbound', 'createdat', 'text', 'inresponsetotweetid'],
    columns: { tweetid: 'id', authorid: 'authorId', inbound: 'inbound', createdat: 'createdAt', text: 'text', inresponsetotweetid: 'parentId', responsetweetid: null },
    network: 'x', needsId: true, containerName: 'X · twcs', containerKind: 'unknown',
  },
  {
    id: 'apify-facebook-comments', name: 'Apify Facebook comments', description: 'comments of Facebook posts as Apify exports them',
    requires: ['profilename', 'text', 'date', 'facebookurl'], columns: { facebookurl: 'rootId', profileurl: 'authorId', commenturl: 'url', threadingdepth: null, replytocommentid: 'parentId', feedbackid: null, posttitle: null, pagename: 'container' },
    network: 'facebook', kind: 'comment', containerKind: 'page',
  },
  {
    id: 'apify-instagram-comments', name: 'Apify Instagram comments', description: 'comments of Instagram posts as Apify exports them',
    requires: ['ownerusername', 'text', 'timestamp', 'posturl'], columns: { posturl: 'rootId', ownerid: 'authorId', ownerprofilepicurl: null },
    network: 'instagram', kind: 'comment', containerKind: 'profile',
  },
  {
    id: 'apify-tiktok-comments', name: 'Apify TikTok comments', description: 'comments of TikTok videos as Apify exports them',
    requires: ['text', 'createtimeiso', 'uniqueid', 'diggcount'], columns: { createtimeiso: 'createdAt', createtime: null, cid: 'id', repliestoid: 'parentId', videoweburl: 'rootId', uid: 'authorId' },
    network: 'tiktok', kind: 'comment', containerKind: 'profile',
  },
  {
    id: 'apify-youtube-comments', name: 'Apify YouTube comments', description: 'comments of YouTube videos as Apify exports them; times are relative',
    requires: ['comment', 'author', 'votecount'], columns: { comment: 'text', votecount: 'likes', commentscount: null, replycount: 'replies', pageurl: 'rootId', videoid: 'rootId', replytocid: 'parentId', type: null, title: null },
    network: 'youtube', kind: 'comment', containerKind: 'channel',
  },
  {
    id: 'apify-google-maps-reviews', name: 'Apify Google Maps reviews', description: 'reviews of places with the owner\'s replies',
    requires: ['stars', 'publishedatdate'], columns: { title: 'container', publishedatdate: 'createdAt', publishat: null, texttranslated: null, name: 'author', reviewerid: 'authorId', reviewurl: 'url', reviewsid: null, likescount: 'likes', reviewslikescount: null, placeid: null, url: null, rating: null, location: null },
    network: 'google-maps', kind: 'review', containerKind: 'listing',
  },
  {
    id: 'google-play-reviews', name: 'Google Play reviews', description: 'reviews of the Play Console with the developer\'s replies',
    requires: ['starrating', 'reviewsubmitdateandtime'], columns: { packagename: 'container', reviewsubmitdateandtime: 'createdAt', reviewlink: 'url', reviewtitle: null, reviewlastupdatedateandtime: null },
    network: 'google-play', kind: 'review', containerKind: 'listing',
  },
  {
    id: 'trustpilot-reviews', name: 'Trustpilot reviews', description: 'reviews of the Trustpilot business export',
    requires: ['reviewstars', 'reviewcontent'], columns: { domainurl: 'container', reviewtitle: null, referenceid: null, locationname: null, businessunitid: null },
    network: 'trustpilot', kind: 'review', containerKind: 'listing',
  },
  {
    id: 'zendesk-tickets', name: 'Zendesk tickets', description: 'tickets with times and first replies, without texts',
    requires: ['requester', 'createdat', 'status', 'firstreplytimeinminutes'],
    columns: { subject: null, description: null, group: null, via: null, type: null, tickettype: null, replies: null, satisfactionscore: null, updatedat: null, assignedat: null, summationcolumn: null, firstreplytimeinminuteswithinbusinesshours: null },
    network: 'zendesk', kind: 'ticket', containerKind: 'help-desk',
  },
  {
    id: 'freshdesk-tickets', name: 'Freshdesk tickets', description: 'tickets with times and first replies, without texts',
    requires: ['ticketid', 'createdtime', 'resolvedtime'],
    columns: { subject: null, source: null, type: null, group: null, firstresponsetimeinhrs: null, initialresponsetime: 'responseAt', fullname: 'author', lastupdatetime: null, firstresponsestatus: null },
    network: 'freshdesk', kind: 'ticket', containerKind: 'help-desk',
  },
  { id: 'csv', name: 'CSV, any table', description: 'any table with a header, through a mapping of its columns; names in English and Italian are proposed', requires: [], columns: {} },
];

/** Fields that only one column can fill. */
const SINGLE = new Set<TableField>(['id', 'createdAt', 'text', 'parentId', 'rootId', 'author', 'authorId', 'inbound', 'rating', 'likes', 'replies', 'shares', 'views', 'container', 'kind', 'url', 'language', 'network', 'likedByBrand', 'responseText', 'responseAt']);

/** A text field is likelier to hold what people wrote the earlier it stands here. */
const TEXT_ORDER = ['text', 'fulltext', 'testo', 'body', 'commento', 'comment', 'commenttext', 'reviewtext', 'message', 'messaggio', 'content', 'contenuto'];

function proposal(headers: readonly string[], format: TableFormat): { columns: Record<string, TableField>; known: number } {
  const entries: [string, TableField][] = [];
  const taken = new Set<TableField>();
  const candidates = headers.map((header, position) => {
    const folded = foldedHeader(header);
    const own = Object.hasOwn(format.columns, folded);
    const field = own ? (format.columns[folded] ?? null) : fieldOfHeader(header);
    const rank = own ? -1 : field === 'text' && TEXT_ORDER.includes(folded) ? TEXT_ORDER.indexOf(folded) : 50;
    return { header, field, position, rank };
  });
  for (const { header, field } of [...candidates].sort((a, b) => a.rank - b.rank || a.position - b.position)) {
    if (field === null || (taken.has(field) && SINGLE.has(field))) continue;
    taken.add(field);
    entries.push([header, field]);
  }
  // a table without an author's name often names the person only by id, never the other way round
  return { columns: Object.fromEntries(entries), known: taken.size };
}

/** How sure a header is to be of a format: 1 for all that it requires, less the more generic the evidence, 0 for none. */
export function recognition(headers: readonly string[], format: TableFormat): number {
  const folded = new Set(headers.map(foldedHeader));
  if (format.requires.length > 0) return format.requires.every((name) => folded.has(name)) ? (format.id === 'twcs' ? 1 : 0.95) : 0;
  const { columns, known } = proposal(headers, format);
  const fields = new Set(Object.values(columns));
  if (!fields.has('text') && !fields.has('rating')) return known >= 2 ? 0.2 : 0;
  return fields.has('createdAt') ? 0.8 : 0.5;
}

/** The format that takes any table. */
function anyTable(): TableFormat {
  const found = TABLE_FORMATS.find(({ requires }) => requires.length === 0);
  if (found === undefined) throw new Error('no format takes any table');
  return found;
}

/** The likeliest table format of a header, with its confidence; the one that takes any table, with 0, when none fits. */
export function recognisedTable(headers: readonly string[]): { readonly format: TableFormat; readonly confidence: number } {
  let best = { format: anyTable(), confidence: 0 };
  for (const format of TABLE_FORMATS) {
    const confidence = recognition(headers, format);
    if (confidence > best.confidence) best = { format, confidence };
  }
  return best;
}

/** The mapping a format proposes for a header. */
export function proposedMapping(headers: readonly string[], format: TableFormat): TableMapping {
  const { columns } = proposal(headers, format);
  return { columns, ...(format.network === undefined ? {} : { network: format.network }), ...(format.kind === undefined ? {} : { kind: format.kind }) };
}
