import { codes as english } from '../../domain/wording/en/codes.ts';
import { codes as italian } from '../../domain/wording/it/codes.ts';
import type { PlanTask } from './plan-task-handlers.ts';

/** Words of tables and calendars of tasks, which are read outside the window. */
export const TASK_WORDS = {
  it: {
    file: 'piano', calendar: 'Piano di {name}', columns: ['tipo', 'che cosa', 'tribù', 'responsabile', 'entro', 'stato', 'esito', 'id'],
    kinds: { finding: 'evidenza', canvas: 'scheda strategica', piece: 'pezzo di valore', hypothesis: 'ipotesi da giudicare' }, canvas: 'Scheda strategica: {tribe}', owner: 'Responsabile: {owner}', tribe: 'Tribù: {tribe}', state: 'Stato: {state}', outcome: 'Esito: {outcome}', late: 'oltre la data',
    states: { 'to-discuss': 'da discutere', accepted: 'accolta', rejected: 'respinta', postponed: 'rinviata', draft: 'bozza', agreed: 'concordata', running: 'in corso', closed: 'chiusa', proposed: 'proposto', collected: 'raccolto', assessed: 'valutato', done: 'fatto', 'told-back': 'raccontato a chi l’ha chiesto', waiting: 'in attesa di dati', due: 'da giudicare', judged: 'giudicata', withdrawn: 'ritirata' },
    outcomes: { reached: 'raggiunto', 'not-reached': 'non raggiunto', 'no-effect': 'nessun effetto chiaro', undecided: 'non si può dire', 'too-few': 'troppo pochi casi' },
    measures: {
      'answered-day': 'Richieste con risposta entro 24 ore', 'restricted-wait': 'Attesa media di una risposta, contando al massimo 7 giorni', gap: 'Attesa in più rispetto al riferimento', 'tribe-answered': 'Richieste della tribù con risposta entro 7 giorni',
      'criticism-answered': 'Critiche con risposta', deflected: 'Prime risposte che rimandano in privato', 'promises-kept': 'Promesse mantenute', care: 'Richieste prese in carico e finite con un grazie', advocacy: 'Persone attive che consigliano il brand', gini: 'Disuguaglianza di chi crea valore (indice di Gini)', figure: 'La cifra di un’evidenza',
    },
    intents: italian.intent,
  },
  en: {
    file: 'plan', calendar: 'Plan of {name}', columns: ['kind', 'what', 'tribe', 'owner', 'due', 'state', 'outcome', 'id'],
    kinds: { finding: 'finding', canvas: 'strategy canvas', piece: 'piece of value', hypothesis: 'hypothesis to judge' }, canvas: 'Strategy canvas: {tribe}', owner: 'Owner: {owner}', tribe: 'Tribe: {tribe}', state: 'State: {state}', outcome: 'Outcome: {outcome}', late: 'overdue',
    states: { 'to-discuss': 'to discuss', accepted: 'accepted', rejected: 'rejected', postponed: 'postponed', draft: 'draft', agreed: 'agreed', running: 'running', closed: 'closed', proposed: 'proposed', collected: 'collected', assessed: 'assessed', done: 'done', 'told-back': 'told back to those who asked', waiting: 'waiting for data', due: 'to be judged', judged: 'judged', withdrawn: 'withdrawn' },
    outcomes: { reached: 'reached', 'not-reached': 'not reached', 'no-effect': 'no clear effect', undecided: 'cannot be told', 'too-few': 'too few cases' },
    measures: {
      'answered-day': 'Requests answered within 24 hours', 'restricted-wait': 'Mean wait for an answer, counting at most 7 days', gap: 'Longer wait than the reference', 'tribe-answered': 'Requests of the tribe answered within 7 days',
      'criticism-answered': 'Criticism answered', deflected: 'First answers that send to private', 'promises-kept': 'Promises kept', care: 'Requests taken care of that end in thanks', advocacy: 'Active people who recommend the brand', gini: 'Inequality among those who create value (Gini index)', figure: 'The figure of a finding',
    },
    intents: english.intent,
  },
} as const;

type Language = keyof typeof TASK_WORDS;

const named = (words: Readonly<Record<string, string>>, code: string): string => (Object.hasOwn(words, code) ? (words[code] ?? code) : code);

/** What is to be done; a canvas without an activity is called by its tribe, a hypothesis by what it measures. */
export function taskText({ kind, text, tribe, measure, subject }: PlanTask, { language, names }: { readonly language: Language; readonly names: ReadonlyMap<string, string> }): string {
  if (text !== '') return text;
  const { measures, intents, canvas } = TASK_WORDS[language];
  if (kind === 'hypothesis' && measure !== undefined) {
    const about = subject === null || subject === undefined ? '' : measure === 'tribe-answered' ? (names.get(subject) ?? subject) : named(intents, subject);
    return about === '' ? named(measures, measure) : `${named(measures, measure)} (${about})`;
  }
  return canvas.replace('{tribe}', () => (tribe === null ? '' : (names.get(tribe) ?? tribe)));
}

/** What came of a task: a verdict in words, or what a person wrote. */
export function taskOutcome({ kind, outcome }: PlanTask, language: Language): string {
  return kind === 'hypothesis' ? named(TASK_WORDS[language].outcomes, outcome) : outcome;
}

/** How far a task has come, with whether its day is over. */
export function taskState({ state, late }: PlanTask, language: Language): string {
  const { states, late: overdue } = TASK_WORDS[language];
  const word = Object.entries(states).find(([code]) => code === state)?.[1] ?? state;
  return late ? `${word}, ${overdue}` : word;
}
