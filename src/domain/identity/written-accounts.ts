/** An account that a text names, by what stands in an address or after a network's name: a handle or an id. */
export interface WrittenAccount {
  readonly network: string;
  readonly name: string;
  /** As it stands in the text, cut. */
  readonly written: string;
}

const LONGEST_TEXT = 4000;

/** Addresses of profiles: the part after the host that names the account. Words that networks keep for their own pages are left out below. */
const ADDRESSES: readonly { readonly network: string; readonly host: RegExp; readonly path: RegExp }[] = [
  { network: 'x', host: /^(?:twitter|x)\.com$/u, path: /^@?(\w{1,15})$/u },
  { network: 'instagram', host: /^instagram\.com$/u, path: /^([\w.]{1,30})$/u },
  { network: 'threads', host: /^threads\.(?:net|com)$/u, path: /^@([\w.]{1,30})$/u },
  { network: 'facebook', host: /^(?:facebook\.com|fb\.com|fb\.me)$/u, path: /^(?:profile\.php\?id=(\d+)|([\w.]{3,50}))$/u },
  { network: 'youtube', host: /^youtube\.com$/u, path: /^(?:@([\p{L}\p{N}._-]{3,30})|channel\/(UC[\w-]{22})|(?:c|user)\/([\p{L}\p{N}._-]{3,60}))$/u },
  { network: 'tiktok', host: /^tiktok\.com$/u, path: /^@([\w.]{2,24})$/u },
  { network: 'linkedin', host: /^(?:[a-z]{2}\.)?linkedin\.com$/u, path: /^in\/([\p{L}\p{N}_-]{3,100})$/u },
  { network: 'reddit', host: /^(?:old\.|new\.)?reddit\.com$/u, path: /^(?:u|user)\/([\w-]{3,20})$/u },
  { network: 'telegram', host: /^(?:t|telegram)\.me$/u, path: /^(\w{4,32})$/u },
  { network: 'bluesky', host: /^bsky\.app$/u, path: /^profile\/([\w.:-]{3,100})$/u },
];
const OWN_PAGES = new Set(['p', 'reel', 'reels', 'stories', 'explore', 'home', 'intent', 'share', 'sharer', 'hashtag', 'search', 'watch', 'groups', 'pages', 'events', 'login', 'i', 'joinchat', 'status', 'photo', 'video', 'about', 'help']);

const ADDRESS = /(?<![\p{L}\p{N}@._-])(?:https?:\/\/)?((?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12})\/([^\s"'<>()[\]|,;]{1,200})/giu;

/** How people name a network in front of a handle. */
const NETWORK_WORDS: Readonly<Record<string, string>> = { ig: 'instagram', insta: 'instagram', instagram: 'instagram', twitter: 'x', tw: 'x', x: 'x', tiktok: 'tiktok', tt: 'tiktok', youtube: 'youtube', yt: 'youtube', fb: 'facebook', facebook: 'facebook', telegram: 'telegram', tg: 'telegram', threads: 'threads', reddit: 'reddit', linkedin: 'linkedin', bluesky: 'bluesky', bsky: 'bluesky', mastodon: 'mastodon' };
const NAMED = /(?<![\p{L}\p{N}@._/-])(ig|insta|instagram|twitter|tw|x(?=\s{0,3}[:=])|tiktok|tt|youtube|yt|fb|facebook|telegram|tg|threads|reddit|linkedin|bluesky|bsky|mastodon)\s{0,3}(?::|-|=|👉|➡️?|→)?\s{0,3}(?:@|u\/)([\p{L}\p{N}_][\p{L}\p{N}_.-]{1,60}(?:@[a-z0-9.-]{3,60})?)/giu;

/**
 * The accounts that a profile's text or link names: addresses of profiles, and handles that follow a network's name
 * (`IG: @giulia`). A handle alone names nobody here: without a network it may be anyone's. Each account once, in order.
 * Posts, videos and the networks' own pages are no accounts. Looks at the first 4,000 characters.
 * @example writtenAccounts('blog su www.instagram.com/giu.lia/') // [{ network: 'instagram', name: 'giu.lia', written: 'www.instagram.com/giu.lia/' }]
 */
export function writtenAccounts(text: string): WrittenAccount[] {
  const found = new Map<string, WrittenAccount>();
  const add = (account: WrittenAccount): void => {
    const key = `${account.network} ${account.name.toLowerCase()}`;
    if (!found.has(key)) found.set(key, { ...account, written: account.written.slice(0, 120) });
  };
  const read = text.slice(0, LONGEST_TEXT);
  for (const match of read.matchAll(ADDRESS)) {
    const host = (match[1] ?? '').toLowerCase().replace(/^(?:www|m|mobile|it-it|web)\./u, '');
    const path = decoded(match[2] ?? '').replace(/[#].*$/u, '').replace(/(?<!profile\.php)\?.*$/u, '').replace(/&.*$/u, '').replace(/[/.!:]+$/u, '');
    const known = ADDRESSES.find((address) => address.host.test(host));
    const groups = known?.path.exec(path);
    const name = groups?.slice(1).find((group) => group !== undefined);
    if (known !== undefined && name !== undefined) {
      if (!OWN_PAGES.has(name.toLowerCase())) add({ network: known.network, name, written: match[0] });
      continue;
    }
    // any server of the fediverse writes its people like this
    const federated = /^@([\w.-]{1,60})$/u.exec(path);
    if (known === undefined && federated !== null) add({ network: 'mastodon', name: `${federated[1] ?? ''}@${host}`, written: match[0] });
  }
  for (const match of read.matchAll(NAMED)) {
    const network = NETWORK_WORDS[(match[1] ?? '').toLowerCase()];
    if (network !== undefined) add({ network, name: (match[2] ?? '').replace(/[.-]+$/u, ''), written: match[0] });
  }
  return [...found.values()];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
