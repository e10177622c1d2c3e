import type { PlanTask } from './plan-task-handlers.ts';

/** Words of tables and calendars of tasks, which are read outside the window. */
export const TASK_WORDS = {
  it: {
    file: 'piano', calendar: 'Piano di {name}', columns: ['tipo', 'che cosa', 'tribù', 'responsabile', 'entro', 'stato', 'esito', 'id'],
    kinds: { finding: 'evidenza', canvas: 'scheda strategica' }, canvas: 'Scheda strategica: {tribe}', owner: 'Responsabile: {owner}', tribe: 'Tribù: {tribe}', state: 'Stato: {state}', outcome: 'Esito: {outcome}', late: 'oltre la data',
    states: { 'to-discuss': 'da discutere', accepted: 'accolta', rejected: 'respinta', postponed: 'rinviata', draft: 'bozza', agreed: 'concordata', running: 'in corso', closed: 'chiusa' },
  },
  en: {
    file: 'plan', calendar: 'Plan of {name}', columns: ['kind', 'what', 'tribe', 'owner', 'due', 'state', 'outcome', 'id'],
    kinds: { finding: 'finding', canvas: 'strategy canvas' }, canvas: 'Strategy canvas: {tribe}', owner: 'Owner: {owner}', tribe: 'Tribe: {tribe}', state: 'State: {state}', outcome: 'Outcome: {outcome}', late: 'overdue',
    states: { 'to-discuss': 'to discuss', accepted: 'accepted', rejected: 'rejected', postponed: 'postponed', draft: 'draft', agreed: 'agreed', running: 'running', closed: 'closed' },
  },
} as const;

type Language = keyof typeof TASK_WORDS;

/** What is to be done; a canvas without an activity is called by its tribe. */
export function taskText({ text, tribe }: PlanTask, { language, names }: { readonly language: Language; readonly names: ReadonlyMap<string, string> }): string {
  return text !== '' ? text : TASK_WORDS[language].canvas.replace('{tribe}', () => (tribe === null ? '' : (names.get(tribe) ?? tribe)));
}

/** How far a task has come, with whether its day is over. */
export function taskState({ state, late }: PlanTask, language: Language): string {
  const { states, late: overdue } = TASK_WORDS[language];
  const word = Object.entries(states).find(([code]) => code === state)?.[1] ?? state;
  return late ? `${word}, ${overdue}` : word;
}
