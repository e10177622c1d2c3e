const START_MS = Date.UTC(2025, 4, 5, 8);
const HOUR_MS = 3_600_000;

/** Columns of the made-up tables, each mapped to the field of its name. */
export const IDENTITY_COLUMNS = ['id', 'network', 'container', 'author', 'authorId', 'text', 'createdAt', 'parentId'] as const;

type Row = Readonly<Record<(typeof IDENTITY_COLUMNS)[number], string>>;

function table(rows: readonly Row[]): string {
  return [IDENTITY_COLUMNS.join(','), ...rows.map((row) => IDENTITY_COLUMNS.map((column) => `"${row[column].replaceAll('"', '""')}"`).join(','))].join('\n');
}

const time = (hour: number): string => new Date(START_MS + hour * HOUR_MS + (hour % 7) * 61_000).toISOString();

const ASKED = ['A che ora aprite domenica mattina?', 'Il mio ordine è arrivato rotto, potete aiutarmi? 😢', 'Where can I find the new blend?', 'Vorrei comprare la macchina nuova, quanto costa?', 'Sarebbe bello avere una tessera digitale, ci pensate?'];
const ANSWERED = ['Ciao, apriamo alle otto e ti aspettiamo!', 'Ci dispiace, controlliamo subito.', 'Every shop has it from Monday.'];

/**
 * A made-up export of one network: a dozen people write under the posts of Aurora's page, which answers most of them and
 * which one of them, known on the other network by another spelling of her handle, meets every week. The same call gives
 * the same text.
 */
export function identityExport(network: 'x' | 'instagram', handleOfHer: string, weeks = 10): string {
  const rows: Row[] = [];
  const add = (row: Omit<Row, 'network' | 'container' | 'authorId'>, authorId = `${network}-${row.author.toLowerCase()}`): void => void rows.push({ network, container: 'Aurora', authorId, ...row });
  for (let week = 0; week < weeks; week += 1) {
    const hour = week * 168 + (network === 'x' ? 0 : 50);
    const post = `${network}-p${String(week)}`;
    add({ id: post, author: 'Aurora', text: 'Buongiorno a tutti, nuova miscela in negozio ☕', createdAt: time(hour), parentId: '' });
    for (let person = 0; person < 4; person += 1) {
      const author = person === 0 ? handleOfHer : `${network === 'x' ? 'passante' : 'visitante'}_${'abcdefghijkl'[(week * 3 + person) % 12] ?? ''}${'zqw'[person - 1] ?? ''}`;
      const asked = `${post}-q${String(person)}`;
      add({ id: asked, author, text: ASKED[(week + person) % ASKED.length] ?? '', createdAt: time(hour + 1 + person), parentId: post });
      if ((week + person) % 3 !== 0) add({ id: `${asked}-a`, author: 'Aurora', text: `@${author} ${ANSWERED[(week + person) % ANSWERED.length] ?? ''}`, createdAt: time(hour + 3 + person), parentId: asked });
      if (person === 1) add({ id: `${asked}-h`, author: handleOfHer, text: `@${author} prova in negozio il sabato, lì trovi tutto`, createdAt: time(hour + 5), parentId: asked });
    }
  }
  return table(rows);
}

/** One conversation on one network in which the same account comes under two ids: a question, and its follow-up before any answer. */
export function doubledExport(): string {
  const base = { network: 'x', container: 'Aurora' };
  return table([
    { ...base, id: 'd0', author: 'Aurora', authorId: 'x-aurora', text: 'Domani siamo aperti fino a tardi', createdAt: time(2000), parentId: '' },
    { ...base, id: 'd1', author: 'gelsomina', authorId: '9001', text: 'Il mio pacco non è arrivato, potete aiutarmi?', createdAt: time(2001), parentId: 'd0' },
    { ...base, id: 'd2', author: 'Gelsomina', authorId: 'tool:9001', text: 'Il numero del mio pacco non funziona, come faccio?', createdAt: time(2002), parentId: 'd0' },
    { ...base, id: 'd3', author: 'Aurora', authorId: 'x-aurora', text: '@gelsomina ci dispiace, lo cerchiamo subito', createdAt: time(2004), parentId: 'd1' },
  ]);
}
