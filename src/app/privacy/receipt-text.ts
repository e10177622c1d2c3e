import { ERASED_KINDS, type ErasedKind } from '../../domain/model/erased-kind.ts';
import type { ErasureReceipt } from './erasure-receipts.ts';

type Language = 'it' | 'en';

const KINDS: Readonly<Record<Language, Readonly<Record<ErasedKind, string>>>> = {
  it: {
    accounts: 'account rimossi', messages: 'messaggi rimossi', reactions: 'reazioni rimosse', requests: 'richieste rimosse', bookings: 'scritture del valore rimosse', ties: 'legami rimossi', decisions: 'decisioni prese a mano rimosse', written: 'note e piani cambiati o rimossi',
    textsOfOthers: 'testi di altre persone in cui menzioni e citazioni sono state tolte', repliesKept: 'risposte di altre persone che restano', statements: 'dichiarazioni degli import rimosse o ripulite', refusedRows: 'righe scartate ripulite o rimosse', archivedRows: 'righe tolte o ripulite negli archivi degli import rimossi',
    undoSteps: 'passi della cronologia dimenticati', keptAnswers: 'risposte calcolate dimenticate', other: 'altre righe ripulite',
  },
  en: {
    accounts: 'accounts removed', messages: 'messages removed', reactions: 'reactions removed', requests: 'requests removed', bookings: 'value entries removed', ties: 'ties removed', decisions: 'decisions by hand removed', written: 'notes and plans changed or removed',
    textsOfOthers: 'texts of others from which mentions and quotes were taken', repliesKept: 'replies of others that stay', statements: 'statements of imports removed or cleaned', refusedRows: 'refused rows cleaned or removed', archivedRows: 'rows removed or cleaned in archives of removed imports',
    undoSteps: 'steps of the history forgotten', keptAnswers: 'computed answers forgotten', other: 'other rows cleaned',
  },
};

const WORDS = {
  it: {
    title: { person: 'Ricevuta di cancellazione di una persona', import: 'Ricevuta di rimozione definitiva di un import' }, number: 'Numero', at: 'Data', project: 'Identità: non registrata',
    check: (looked: number, left: number, others: number) => `Controllo dei file: ${String(looked)} testi cercati, ${String(left)} rimasti, ${String(others)} presenti perché scritti anche da altri`,
    log: { yes: 'Registro di scrittura: svuotato', no: 'Registro di scrittura: si svuota alla chiusura del progetto' }, backups: { deleted: 'copia eliminata', kept: 'copia che contiene ancora i dati' },
  },
  en: {
    title: { person: 'Receipt for the erasure of a person', import: 'Receipt for the final removal of an import' }, number: 'Number', at: 'Date', project: 'Identity: not recorded',
    check: (looked: number, left: number, others: number) => `Check of the files: ${String(looked)} texts looked for, ${String(left)} left, ${String(others)} there because others wrote them too`,
    log: { yes: 'Write-ahead log: emptied', no: 'Write-ahead log: emptied when the project is closed' }, backups: { deleted: 'copy deleted', kept: 'copy that still holds the data' },
  },
} as const;

/** A receipt as plain text, one fact a line, times in UTC. */
export function receiptText({ number, kind, atMs, counts, check, backups }: ErasureReceipt, language: Language): string {
  const words = WORDS[language];
  const of = new Map(counts.map((each) => [each.kind, each.count]));
  return [
    words.title[kind], `${words.number}: ${String(number)}`, `${words.at}: ${new Date(atMs).toISOString()}`, words.project, '',
    ...ERASED_KINDS.flatMap((each) => ((of.get(each) ?? 0) === 0 ? [] : [`${String(of.get(each))} ${KINDS[language][each]}`])), '',
    words.check(check.looked, check.left, check.ofOthers), check.logCut ? words.log.yes : words.log.no, ...backups.map(({ name, state }) => `${words.backups[state]}: ${name}`), '',
  ].join('\n');
}
