const START_MS = Date.parse('2026-01-12T08:00:00Z');
const HOUR_MS = 3_600_000;

const AGENCY = ['Marta Villa', 'Luca Ferri', 'Sara Conti', 'Paolo Neri', 'Elisa Brandi'].map((name) => [name, `${name.split(' ')[0]?.toLowerCase() ?? ''}@studiolume.example`] as const);
const CLIENT = [['Giulia Rossi', 'giulia@caffeargento.example'], ['Tom Baker', 'tom@caffeargento.example']] as const;

/** A mail: who (a place in the agency's team, or below zero in the client's), hours after the start, what, the mail answered. */
export interface Letter {
  readonly from: number;
  readonly hours: number;
  readonly text: string;
  readonly answers: number | null;
}

const NOTES = ['Ecco i testi della settimana.', 'Here are the texts for the week.', 'In allegato le immagini.', 'The plan for the month is attached.'];

/** Thirty conversations in Italian and English: the client asks twenty-two times and the agency answers all but two; the agency writes first eight times, five of them with a proposal. */
export const LETTERS: readonly Letter[] = [
  ...Array.from({ length: 22 }, (_, at): Letter[] => [
    { from: -1 - (at % 2), hours: at * 30, text: at % 2 === 0 ? `A che punto è il lavoro numero ${String(at)}?` : `Where are we with job number ${String(at)}?`, answers: null },
    ...(at >= 20 ? [] : [{ from: at % 5, hours: at * 30 + (at % 4 === 3 ? 40 : 3), text: at === 0 ? 'Lo consegniamo entro venerdì.' : (NOTES[at % 4] ?? ''), answers: -1 }]),
  ]).flat(),
  ...Array.from({ length: 8 }, (_, at): Letter[] => [
    { from: at % 5, hours: 700 + at * 24, text: at < 3 ? `Proponiamo di aprire la rubrica numero ${String(at)}.` : at < 5 ? `We suggest dropping the contest number ${String(at)}.` : (NOTES[at % 4] ?? ''), answers: null },
    ...(at < 4 ? [{ from: -1, hours: 700 + at * 24 + 5, text: at < 2 ? 'Va bene, procedete.' : at === 2 ? 'Per ora no, grazie.' : 'We will talk on Thursday.', answers: -1 }] : []),
  ]).flat(),
];

/** The letters as a mailbox file; `answers` -1 is the letter before. */
export function mailbox(): string {
  const roots: number[] = [];
  return LETTERS.map(({ from, hours, text, answers }, at) => {
    const parent = answers === null ? null : at - 1;
    roots[at] = parent === null ? at : (roots[parent] ?? parent);
    const [name, address] = (from >= 0 ? AGENCY[from] : CLIENT[-1 - from]) ?? ['', ''];
    const date = new Date(START_MS + hours * HOUR_MS + at * 61_000).toUTCString().replace('GMT', '+0000');
    const to = from >= 0 ? 'giulia@caffeargento.example' : 'marta@studiolume.example';
    return [`From ${address} Mon Jan 12 08:00:00 2026`, `Message-ID: <${String(at)}@lettere.example>`, ...(parent === null ? [] : [`In-Reply-To: <${String(parent)}@lettere.example>`, `References: <${String(roots[at] ?? parent)}@lettere.example>`]), `Date: ${date}`, `From: ${name} <${address}>`, `To: <${to}>`, `Subject: lavoro`, 'Content-Type: text/plain; charset=utf-8', '', text, '', ''].join('\n');
  }).join('');
}

/** The same letters as a table, for the people who have no mailbox file. */
export function correspondenceTable(): string {
  return ['id,author,profile,created_at,text,parent_id', ...LETTERS.map(({ from, hours, text, answers }, at) => {
    const [name] = (from >= 0 ? AGENCY[from] : CLIENT[-1 - from]) ?? [''];
    return `${String(at)},${name},,${new Date(START_MS + hours * HOUR_MS + at * 61_000).toISOString()},"${text}",${answers === null ? '' : String(at - 1)}`;
  })].join('\n');
}
