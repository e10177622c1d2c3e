import { postAddress } from '../../domain/model/post-address.ts';
import type { RecordedMessage } from '../../domain/model/record.ts';
import { foldedHeader } from '../header-synonyms.ts';
import { newAccount, newContainer, newMessage } from '../new-records.ts';
import { isDamagedId } from '../written-number.ts';
import { facebookPostId } from './facebook-post-id.ts';
import { metaTableFormat, type MetaRow } from './meta-table.ts';

/** Headers in English, Italian, German, Spanish and French, folded. */
const COLUMNS = {
  postId: ['postid', 'iddelpost', 'idpost', 'idcontenuto', 'beitragsid', 'postkennung', 'iddelapublicacion', 'iddepublicacion', 'identificadordelapublicacion', 'iddelapublication', 'iddepublication'],
  accountId: ['accountid', 'iddellaccount', 'idaccount', 'kontoid', 'iddelacuenta', 'identificadordelacuenta', 'idducompte'],
  accountHandle: ['accountusername', 'nomeutentedellaccount', 'nomeutenteaccount', 'kontobenutzername', 'benutzernamedeskontos', 'nombredeusuariodelacuenta', 'nomdutilisateurducompte', 'nomdutilisateurdecompte'],
  accountName: ['accountname', 'nomedellaccount', 'nomeaccount', 'kontoname', 'namedeskontos', 'nombredelacuenta', 'nomducompte'],
  pageId: ['pageid', 'iddellapagina', 'idpagina', 'seitenid', 'iddelapagina', 'identificadordelapagina', 'iddelapage'],
  pageName: ['pagename', 'nomedellapagina', 'nomepagina', 'seitenname', 'namederseite', 'nombredelapagina', 'nomdelapage'],
  title: ['title', 'titolo', 'titel', 'titulo', 'titre'],
  description: ['description', 'descrizione', 'beschreibung', 'descripcion'],
  publishTime: ['publishtime', 'orariodipubblicazione', 'oradipubblicazione', 'orapubblicazione', 'orapubblicazionevideo', 'datadipubblicazione', 'veroffentlichungszeitpunkt', 'veroffentlichungszeit', 'zeitpunktderveroffentlichung', 'horadepublicacion', 'heuredepublication'],
  permalink: ['permalink', 'linkpermanente', 'permanentlink', 'permanenterlink', 'enlacepermanente', 'lienpermanent'],
  postType: ['posttype', 'tipodipost', 'tipopost', 'beitragstyp', 'posttyp', 'artdesbeitrags', 'tipodepublicacion', 'typedepublication'],
  date: ['date', 'data', 'datum', 'fecha'],
  views: ['views', 'visualizzazioni', 'aufrufe', 'visualizaciones', 'vues', 'impressions', 'impression', 'impressionen', 'impresiones'],
  likes: ['likes', 'mipiace', 'numerodimipiace', 'gefalltmirangaben', 'gefalltmir', 'megusta', 'jaime', 'mentionsjaime', 'reactions', 'reazioni', 'reaktionen', 'reacciones'],
  comments: ['comments', 'commenti', 'kommentare', 'comentarios', 'commentaires'],
  shares: ['shares', 'condivisioni', 'geteilteinhalte', 'geteilt', 'teilungen', 'vecescompartido', 'compartidos', 'partages'],
  saves: ['saves', 'salvataggi', 'elementisalvati', 'contenutisalvati', 'gespeichertebeitrage', 'gespeichert', 'saveanzahl', 'guardados', 'vecesguardado', 'enregistrements'],
} as const satisfies Record<string, readonly string[]>;

type Field = keyof typeof COLUMNS;
type Counts = Pick<RecordedMessage, 'likes' | 'replies' | 'shares' | 'views'> & { readonly saves: number | null };
interface Held {
  readonly post: RecordedMessage;
  readonly days: Map<string, Counts>;
}

/** Posts of which only days are known are put together in memory; beyond this many a file is no report of one brand. */
const HELD_POSTS = 200_000;
const COUNTS = ['likes', 'replies', 'shares', 'views', 'saves'] as const;
const DAY = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/;

function networkOf({ text }: MetaRow<Field>): string {
  const permalink = text('permalink') ?? '';
  if (/^https?:\/\/(?:[\w-]+\.)?instagram\.com\//i.test(permalink)) return 'instagram';
  if (/^https?:\/\/(?:[\w-]+\.)?threads\.(?:net|com)\//i.test(permalink)) return 'threads';
  return text('pageId') !== null || text('pageName') !== null || /facebook\.com|fb\.watch/i.test(permalink) ? 'facebook' : 'instagram';
}

function countsOf({ count }: MetaRow<Field>): Counts {
  return { likes: count('likes'), replies: count('comments'), shares: count('shares'), views: count('views'), saves: count('saves') };
}

function postOf(row: MetaRow<Field>, time: RecordedMessage['createdAtMs'], precision: RecordedMessage['precision']): RecordedMessage | null {
  const { text, line } = row;
  const network = networkOf(row);
  const permalink = text('permalink');
  const written = text('postId');
  const whole = written === null || isDamagedId(written) ? null : written;
  const nativeId = (network === 'facebook' && whole !== null ? facebookPostId(whole) : null) ?? whole ?? (permalink === null ? null : ((network === 'facebook' ? facebookPostId(permalink) : null) ?? postAddress(permalink)));
  if (nativeId === null) return null;
  const handle = text('accountHandle');
  const name = text('accountName') ?? text('pageName') ?? handle;
  // Instagram's other downloads know accounts by their handle only
  const id = network === 'facebook' ? text('pageId') ?? text('accountId') : handle ?? text('accountId');
  const author = newAccount({ id, handle, name, isBrand: true });
  const container = author === null ? null : newContainer(network === 'facebook' ? 'page' : 'profile', name ?? author.nativeId, author.nativeId);
  return newMessage({ network, nativeId, kind: 'post', author, container, time: { ms: time, precision }, text: text('description') ?? text('title'), url: permalink, line, ...countsOf(row) });
}

/** Counts of single days of one post, added up; a count that no day has stays unknown. */
function sumOf(days: Iterable<Counts>): Counts {
  const sum: Record<(typeof COUNTS)[number], number | null> = { likes: null, replies: null, shares: null, views: null, saves: null };
  for (const day of days) for (const key of COUNTS) if (day[key] !== null) sum[key] = (sum[key] ?? 0) + day[key];
  return sum;
}

/** The content report of Meta Business Suite: posts of a brand's own pages and accounts with what they gathered. */
export const BUSINESS_SUITE = metaTableFormat<Field>({
  id: 'business-suite', name: 'Meta Business Suite posts',
  description: 'posts of a brand\'s own Facebook pages and Instagram accounts with counts of views, likes, comments and shares, but without any comment',
  columns: COLUMNS, timeField: 'publishTime',
  sure: (has) => (has('postId') && has('publishTime') && has('permalink') && (has('accountId') || has('accountHandle') || has('accountName') || has('pageId') || has('pageName')) ? (has('postType') ? 0.98 : 0.95) : 0),
  // English reports write the month first, all others the day
  usualOrder: (headers) => (headers.some((header) => foldedHeader(header) === 'publishtime') ? 'month-first' : 'day-first'),
  reader: () => {
    const held = new Map<string, Held>();
    const whole = new Set<string>();
    return {
      row: (row) => {
        const { text, time, hasTime } = row;
        if (!hasTime) return { rejected: { code: 'missing-time', detail: 'no publish time' } };
        if (time === null) return { rejected: { code: 'unreadable-time', detail: 'the publish time is written in no known way' } };
        const post = postOf(row, time.ms, time.precision);
        if (post === null) return { rejected: { code: 'missing-id', detail: 'no post id and no permalink' } };
        const key = JSON.stringify([post.network, post.nativeId]);
        const day = text('date');
        if (day === null || !DAY.test(day)) {
          whole.add(key);
          return { messages: [post] };
        }
        const known = held.get(key);
        if (known === undefined && held.size >= HELD_POSTS) return { messages: [post] };
        if (known === undefined) held.set(key, { post, days: new Map([[day, countsOf(row)]]) });
        else known.days.set(day, countsOf(row));
        return {};
      },
      last: () => [...held].flatMap(([key, { post, days }]) => (whole.has(key) ? [] : [{ ...post, ...sumOf(days.values()) }])),
    };
  },
});
