const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2025, 2, 3, 9);

/** Texts that ask, complain, propose, praise and want to buy, in the two languages that are read. */
const ASKED = [
  'La mia carta non funziona da ieri, potete aiutarmi?', 'My order arrived broken and nobody answers', 'A che ora aprite domenica?', 'Where can I find the new blend?',
  'Vorrei comprare la macchina nuova, quanto costa?', 'I want to buy two of these, do you ship to Spain?', 'Sarebbe bello avere una tessera digitale', 'You should add an oat milk option',
  'Grazie mille, siete stati gentilissimi!', 'Thank you so much, lovely place',
];
const ANSWERED = ['Ci dispiace molto, controlliamo subito e ti scriviamo entro domani.', 'Sorry about that, we will send a replacement by Friday.', 'Apriamo alle otto, ti aspettiamo.', 'You can find it in every shop from Monday.'];

function twitterDate(atMs: number): string {
  const [, day, month, year, time] = /(\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(atMs).toUTCString()) ?? [];
  return `${new Date(atMs).toUTCString().slice(0, 3)} ${month} ${day} ${time} +0000 ${year}`;
}

/**
 * A twcs export of `threads` made-up threads: forty customers write to two brands, two in three get an answer after a
 * wait that grows with the thread's number, one in five thanks. The same call gives the same text.
 */
export function smallExport(threads = 120): string {
  const rows = ['tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id'];
  for (let thread = 0; thread < threads; thread += 1) {
    const brand = thread % 4 === 3 ? 'Bottega' : 'Aurora';
    // every customer meets every kind of text in turn
    const customer = String(1000 + ((thread * 7 + Math.floor(thread / 10)) % 40));
    const atMs = START_MS + thread * DAY_MS * 0.7;
    const id = 10_000 + thread * 10;
    const answered = thread % 3 !== 0;
    const thanks = answered && thread % 5 === 0;
    rows.push(`${id},${customer},True,${twitterDate(atMs)},"@${brand} ${ASKED[thread % ASKED.length]}",${answered ? id + 1 : ''},`);
    if (answered) rows.push(`${id + 1},${brand},False,${twitterDate(atMs + (thread + 1) * 600_000)},"@${customer} ${ANSWERED[thread % ANSWERED.length]}",${thanks ? id + 2 : ''},${id}`);
    if (thanks) rows.push(`${id + 2},${customer},True,${twitterDate(atMs + (thread + 2) * 600_000)},"@${brand} Grazie, risolto!",,${id + 1}`);
  }
  return `${rows.join('\n')}\n`;
}
