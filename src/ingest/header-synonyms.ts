import type { TableField } from './table-mapping.ts';

/**
 * Names that people and tools give to columns, in English and Italian, by what they mean: folded as {@link foldedHeader}
 * does (lower case, no accents, letters and digits only). Where a name could mean two things the likelier is listed.
 */
const SYNONYMS: Readonly<Record<TableField, string>> = {
  id: 'id tweetid commentid messageid postid reviewid ticketid statusid cid nativeid itemid replyid idcommento idmessaggio idpost idrecensione idticket identificativo codice commentnumber uuid resourceid facebookid idtweet mentionid',
  parentId: 'parentid inresponsetotweetid inreplyto inreplytoid inreplytostatusid inreplytostatusidstr inreplytotweetid replyto replytoid replytocid repliestoid parent parentcommentid parentcomment parentmessageid idgenitore genitore idpadre padre rispostaa inrispostaa idcommentogenitore commentopadre replytomessageid repliedtoid toplevelcommentid idcommentopadre',
  rootId: 'rootid threadid conversationid posturl videowebburl videoweburl mediaurl idconversazione conversazione idthread discussione idpostoriginale urlpost linkpost originalpost postlink videoid videourl awemeid conversation linkdelpost',
  kind: 'kind itemtype tipo tipologia tipomessaggio tipocontenuto messagetype',
  author: 'author username user authorname authorhandle profilename ownerusername uniqueid nickname fullname displayname sender sendername fromname from autore utente nome nomeutente nomeprofilo profilo mittente scrittoda handle account screenname reviewername reviewer reviewusername requester customername customer cliente richiedente recensore nomeautore nomeecognome commenter commentatore nickautore',
  authorId: 'authorid userid useridstr ownerid fromid uid authoridstr profileid idautore idutente idprofilo requesterid channelid authorchannelid twitterauthorid reviewconsumeruserid reviewerid profileurl authorurl accountid customerid contactid idcliente',
  text: 'text fulltext body message content comment commenttext reviewtext reviewcontent messagetext textoriginal textdisplay testo messaggio contenuto commento commenti corpo testocommento testocompleto testorecensione recensione descrizione description caption snippet review tweet posttext testodelcommento testodelpost subject oggetto contents reviewbody sharecommentary',
  createdAt: 'createdat created date datetime timestamp time createdtime createtime createtimeiso publishedat publishedatdate publishedtimetext published posted postedat commentedat commentdate reviewdate reviewcreatedutc reviewcreated reviewsubmitdateandtime creationdate creationtime createdutc publishtime sentat data dataora dataeora ora datacommento datacreazione datapubblicazione datarecensione pubblicatoil creatoil creato quando orario datainvio inviatoil apertoil dataapertura unixtimestamp momento commentcreatetimestamp commentcreationtimestamp',
  container: 'container page pagename pagina nomepagina channel channelname canale subreddit placename place location locationname scheda luogo sede puntovendita negozio groupname gruppo profile businessname nomecanale inputusername ownerpage helpdesk group appname packagename businessunitid',
  likes: 'likes likescount likecount like favoritecount favouritecount favorites diggcount votecount votes upvotes score reactionscount reactions mipiace numeromipiace nmipiace apprezzamenti reazioni thumbsup thumbsupcount voti likesnumber numerolike heartcount',
  replies: 'replies repliescount replycount replycommenttotal commentscount commentcount comments numcomments totalreplycount risposte numerorisposte nrisposte numerocommenti ncommenti conteggiorisposte answers',
  shares: 'shares sharescount sharecount retweetcount retweets reposts repostcount condivisioni numerocondivisioni retweet',
  views: 'views viewcount viewscount playcount impressions impressioncount reach visualizzazioni visualizzazione impression copertura viste',
  rating: 'rating stars starrating reviewstars ratingvalue valutazione stelle voto punteggio giudizio numerostelle satisfaction',
  language: 'language lang languagecode commentlanguage reviewerlanguage lingua idioma codicelingua',
  url: 'url link permalink commenturl permalinkurl reviewlink reviewurl originalurl statusurl indirizzo collegamento linkcommento urlcommento webpage sharelink',
  inbound: 'inbound incoming isinbound entrante inentrata inarrivo authorischannelowner isbrand isowner frombrand isfrombrand dalbrand outbound isagent',
  network: 'network platform source sourceplatform rete piattaforma fonte social canalesocial socialnetwork',
  likedByBrand: 'likedbybrand likedbyauthor hascreatorheart likedbypage likedbyowner creatorheart piaciutoalbrand piaceallapagina',
  responseText: 'responsetext responsefromownertext ownerresponse ownerreply replytext businessreply businessresponse developerreplytext companyreplytext companyreply reviewreply ownerresponsetext rispostaproprietario rispostadelproprietario testorisposta rispostaazienda rispostadelbrand risposta response reply',
  responseAt: 'responseat responsefromownerdate ownerresponsedate replydate replyat replieddate respondedat developerreplydateandtime businessreplydateutc companyreplydateutc businessreplydate companyreplydate datarisposta dataorarisposta dataeorarisposta rispostail firstreplytimeinminutes firstreplytimemin firstreplytimeinmin firstresponseat firstresponsetimeinhrs firstresponsetime initialresponsetime primarisposta dataprimarisposta primarispostail tempodiprimarispostaminuti primarispostaminuti tempoprimarispostaminuti',
  company: 'company companyname authorcompany customercompany requestercompany accountname organization organisation organizationname organisationname organizzazione azienda nomeazienda aziendacliente ragionesociale societa nomesocieta impresa ditta datoredilavoro employer',
};

const FIELD_OF = new Map<string, TableField>(Object.entries(SYNONYMS).flatMap(([field, names]) => names.split(' ').map((name) => [name, field as TableField] as const)));

/** Columns whose yes means the opposite of "inbound": the author is the brand. */
const OUTBOUND_HEADERS = new Set(['authorischannelowner', 'isbrand', 'isowner', 'frombrand', 'isfrombrand', 'dalbrand', 'outbound', 'isagent']);

/**
 * A header as compared: case, accents, spaces and punctuation do not count.
 * @example foldedHeader('Mi piace') // 'mipiace'
 */
export function foldedHeader(header: string): string {
  return header.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** What a header is known to mean; null for an unknown one. */
export function fieldOfHeader(header: string): TableField | null {
  return FIELD_OF.get(foldedHeader(header)) ?? null;
}

/** Fields that the last step of a path names wherever it stands; an id or an author of something nested is another thing's. */
const NESTED_FIELDS = new Set<TableField>(['text', 'createdAt', 'likes', 'replies', 'shares', 'views', 'rating', 'language']);

/** Members that hold a person, and what their members say of that person. */
const PERSONS = new Set(['author', 'autore', 'user', 'utente', 'owner', 'from', 'sender', 'mittente', 'creator', 'commenter', 'profile', 'reviewer', 'customer', 'cliente', 'account', 'actor', 'postedby', 'createdby']);
const PERSON_FIELDS: Readonly<Record<string, TableField>> = { name: 'author', nome: 'author', fullname: 'author', displayname: 'author', username: 'author', nomeutente: 'author', handle: 'author', nickname: 'author', screenname: 'author', login: 'author', company: 'company', companyname: 'company', organization: 'company', organisation: 'company', azienda: 'company', id: 'authorId', uid: 'authorId', did: 'authorId', pk: 'authorId' };

/**
 * What the end of a path of JSON members is known to mean: its last two steps together, else its last one for what is
 * said of the item itself; null for an unknown one and for a name that is no path.
 * @example fieldOfPath('data/from/name') // 'author'
 */
export function fieldOfPath(header: string): TableField | null {
  const steps = header.split('/');
  if (steps.length < 2 || steps.some((step) => !/^[\w@$:.-]{1,80}$/.test(step))) return null;
  const [holder = '', member = ''] = steps.slice(-2).map(foldedHeader);
  if (PERSONS.has(holder) && Object.hasOwn(PERSON_FIELDS, member)) return PERSON_FIELDS[member] ?? null;
  const pair = fieldOfHeader(holder + member);
  if (pair !== null) return pair;
  const last = fieldOfHeader(steps.at(-1) ?? '');
  return last !== null && NESTED_FIELDS.has(last) ? last : null;
}

/** True when a column mapped as the inbound flag says yes for the brand's own messages instead. */
export function saysOutbound(header: string): boolean {
  return OUTBOUND_HEADERS.has(foldedHeader(header));
}

/** The unit of a column that holds how long the first answer took instead of when it came: whole minutes, or hours and parts of them; null for a point in time. */
export function durationUnit(header: string): 'minutes' | 'hours' | null {
  const folded = foldedHeader(header);
  if (/(?:minutes|minuti|min)$/.test(folded) && /(?:time|tempo|risposta)/.test(folded)) return 'minutes';
  return /(?:inhrs|inhours|inore|ore)$/.test(folded) && /(?:responsetime|replytime|tempo)/.test(folded) ? 'hours' : null;
}
