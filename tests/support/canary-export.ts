/** Every text of the data that leads to a person, a place of theirs or a file holds this. */
export const CANARY = 'zqcanario';
const HOUR_MS = 3_600_000;
const START_MS = Date.UTC(2026, 2, 2, 8);
/** When the data end, UTC ms. */
export const CANARY_END_MS = START_MS + 120 * 24 * HOUR_MS;
const ASKED = ['La mia carta non funziona da ieri, potete aiutarmi?', 'A che ora aprite domenica?', 'Vorrei comprare la macchina nuova, quanto costa?', 'Sarebbe bello avere una tessera digitale', 'Grazie mille, siete stati gentilissimi!', 'Il pacco è arrivato rotto e nessuno risponde'];
const ANSWERED = ['Ci dispiace molto, controlliamo subito e ti scriviamo entro domani.', 'Apriamo alle otto, ti aspettiamo.', 'La trovi nei nostri negozi da lunedì.'];
/** The columns of the file, each named by the field it maps to. */
export const CANARY_COLUMNS = ['id', 'network', 'container', 'kind', 'author', 'authorId', 'text', 'createdAt', 'parentId', 'url', 'replies'] as const;

/** A CSV of fifty people who ask under the brand's posts, some of whom are answered, and write in a group of their own as well. */
export function canaryExport(): string {
  const lines: string[][] = [];
  const line = (id: string, given: { author: string; text: string; hours: number; parent?: string; place?: string; kind?: string; network?: string; replies?: number }): void =>
    void lines.push([id, given.network ?? 'facebook', given.place ?? 'aurora', given.kind ?? (given.parent === undefined ? 'post' : 'comment'), given.author, given.author === 'Aurora' ? 'aurora' : `id-${CANARY}-${given.author}`, given.text, new Date(START_MS + given.hours * HOUR_MS).toISOString(), given.parent ?? '', given.author === 'Aurora' ? 'https://facebook.example/aurora' : `https://facebook.example/${CANARY}/${id}`, String(given.replies ?? 0)]);
  for (let post = 0; post < 30; post += 1) {
    const root = `post-${String(post)}`;
    line(root, { author: 'Aurora', text: `Oggi in bottega, numero ${String(post)}`, hours: post * 72, replies: 14 });
    for (let at = 0; at < 10; at += 1) {
      const person = (post * 7 + at * 3) % 50;
      const asked = `${CANARY}-n-${String(post)}-${String(at)}`;
      line(asked, { author: `Nome${CANARY} ${String(person)}`, text: `${ASKED[(post + at) % ASKED.length] ?? ''} parola${CANARY}${String(post)}x${String(at)} chiama @amico${CANARY} o scrivi a ${CANARY}@posta.example`, hours: post * 72 + 1 + at * 1.37, parent: root });
      if ((post + at) % 3 !== 0) line(`answer-${String(post)}-${String(at)}`, { author: 'Aurora', text: `${ANSWERED[at % ANSWERED.length] ?? ''} — Marta${CANARY}`, hours: post * 72 + 3 + at * 2.11, parent: asked });
    }
    line(`${CANARY}-g-${String(post)}`, { author: `Nome${CANARY} ${String(post)}`, text: `Titolo${CANARY} della discussione: consiglio a tutti la miscela di Aurora`, hours: post * 72 + 5, place: `Gruppo ${CANARY} ${String(post % 3)}`, network: 'reddit' });
  }
  return `${[[...CANARY_COLUMNS], ...lines].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')}\n`;
}
