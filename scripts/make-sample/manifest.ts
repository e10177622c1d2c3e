import { COLLECTED_MS } from './calendar.ts';
import { BRAND, RIVAL } from './world.ts';

/** The files of the sample in the order in which they are imported, each with how to read it. */
export function manifest(): object {
  const collectedAt = new Date(COLLECTED_MS).toISOString();
  const facebook = {
    ID: 'id', Tipo: 'kind', Data: 'createdAt', Autore: 'author', 'ID autore': 'authorId', Testo: 'text', 'ID genitore': 'parentId', 'ID post': 'rootId', Pagina: 'container', 'Mi piace': 'likes', 'Mi piace della pagina': 'likedByBrand', Risposte: 'replies', Link: 'url',
  };
  const common = { collectedAt, collectedAtMs: COLLECTED_MS, timeZone: 'Europe/Rome' };
  return {
    project: 'Caffè Aurora',
    ownBrand: { name: BRAND.name, accounts: [BRAND.name, BRAND.accountId, BRAND.handle, `@${BRAND.handle}`], containers: [BRAND.name, 'caffeaurora', 'Assistenza Caffè Aurora', ...['Parma', 'Bologna', 'Torino', 'Padova', 'Bari'].map((shop) => `Caffè Aurora - Bottega di ${shop}`)] },
    competitors: [{ name: RIVAL.name, accounts: [RIVAL.name, RIVAL.accountId], containers: [RIVAL.name] }],
    files: [
      { file: 'facebook-commenti-caffe-aurora.csv', network: 'facebook', brand: BRAND.name, replies: 'present', ...common, mapping: { columns: facebook, delimiter: ';', encoding: 'utf-8', headerRow: 0, dateOrder: 'iso', network: 'facebook' } },
      {
        file: 'instagram-comments-apify.csv', network: 'instagram', brand: BRAND.name, replies: 'absent', ...common,
        mapping: { columns: { id: 'id', text: 'text', ownerUsername: 'author', timestamp: 'createdAt', likesCount: 'likes', repliesCount: 'replies', postUrl: 'rootId' }, delimiter: ',', encoding: 'utf-8', headerRow: 0, dateOrder: 'iso', network: 'instagram', container: { name: 'caffeaurora', kind: 'profile' }, kind: 'comment' },
      },
      {
        file: 'youtube-comments-apify.csv', network: 'youtube', brand: BRAND.name, replies: 'present', ...common,
        mapping: { columns: { cid: 'id', comment: 'text', author: 'author', voteCount: 'likes', replyCount: 'replies', replyToCid: 'parentId', type: 'kind', publishedTimeText: 'createdAt', pageUrl: 'rootId', channelTitle: 'container' }, delimiter: ',', encoding: 'utf-8', headerRow: 0, dateOrder: 'relative', network: 'youtube' },
      },
      {
        file: 'google-reviews.csv', network: 'google', brand: BRAND.name, replies: 'present', ...common,
        mapping: { columns: { reviewId: 'id', name: 'author', stars: 'rating', text: 'text', publishedAtDate: 'createdAt', responseFromOwnerText: 'responseText', responseFromOwnerDate: 'responseAt', title: 'container' }, delimiter: ',', encoding: 'utf-8', headerRow: 0, dateOrder: 'iso', network: 'google', kind: 'review' },
      },
      {
        file: 'helpdesk-tickets.csv', network: 'zendesk', brand: BRAND.name, replies: 'absent', ...common,
        mapping: { columns: { Id: 'id', Requester: 'author', 'Requester id': 'authorId', 'Created at': 'createdAt', Replies: 'replies' }, delimiter: ',', encoding: 'utf-8', headerRow: 0, dateOrder: 'year-first', network: 'zendesk', container: { name: 'Assistenza Caffè Aurora', kind: 'help-desk' }, kind: 'ticket' },
      },
      { file: 'caffe-tramonto-competitor.csv', network: 'facebook', brand: RIVAL.name, replies: 'absent', ...common, mapping: { columns: facebook, delimiter: ';', encoding: 'utf-8', headerRow: 0, dateOrder: 'iso', network: 'facebook' } },
    ],
  };
}
