import { ACTS, INTENTS, MESSAGE_KINDS, SENTIMENTS } from '../../domain/model/codes.ts';

/** Names of labels as people write them in tables, Italian and English, beside the codes themselves; folded. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  information: ['domanda', 'question', 'informazione'], trouble: ['problema', 'problem', 'reclamo', 'complaint'], idea: ['proposta', 'proposal', 'suggerimento', 'suggestion'],
  purchase: ["interesse d'acquisto", 'interesse acquisto', 'acquisto', 'purchase interest'], praise: ['complimento', 'compliment'], recommendation: ['consiglio ad altri', 'consiglio', 'advice to others'],
  help: ['aiuto dato ad altri', 'aiuto', 'help given to others'], decision: ['chiede un parere', 'parere', 'asks for opinions'], contest: ['concorso'], other: ['altro'],
  answer: ['risposta'], care: ['presa in carico', 'taken in charge'], ask: ['domanda al pubblico', 'question to the audience'], acknowledge: ['idea raccolta', 'idea taken up'], promise: ['promessa'],
  deflect: ['rimando in privato', 'sent to private'], template: ['risposta fotocopia', 'copy-paste reply'], promotion: ['promozione'], content: ['contenuto'], personal: ['messaggio personale', 'personal message'],
  negative: ['negativo', 'n', '-'], neutral: ['neutro', 'neutrale', 'u', '0'], positive: ['positivo', 'p', '+'],
  comment: ['commento'], reply: ['risposta'], review: ['recensione'], message: ['messaggio'], post: [], ticket: [],
};

/** Folds what a person writes: case, accents, spaces and curly apostrophes do not matter. */
export function foldedName(written: string): string {
  return written.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").replaceAll(/[_\s]+/gu, ' ').trim().toLowerCase();
}

const tableOf = <Code extends string>(codes: readonly Code[]): ReadonlyMap<string, Code> => new Map(codes.flatMap((code) => [[code as string, code] as const, ...(NAMES[code] ?? []).map((name) => [name, code] as const)]));

/** What each vocabulary may be called in a table: folded name -> code. */
export const LABEL_NAMES = { intents: tableOf(INTENTS), acts: tableOf(ACTS), sentiment: tableOf(SENTIMENTS), kind: tableOf(MESSAGE_KINDS) };

/** What a column may be called: folded name -> what it holds. */
export const COLUMN_NAMES: ReadonlyMap<string, 'id' | 'network' | 'kind' | 'text' | 'intents' | 'sentiment' | 'acts'> = new Map([
  ...['id', 'native id', 'nativeid', 'message id', 'messageid', 'id messaggio', 'identificativo'].map((name) => [name, 'id'] as const),
  ...['network', 'rete'].map((name) => [name, 'network'] as const), ...['kind', 'tipo'].map((name) => [name, 'kind'] as const),
  ...['text', 'testo', 'message', 'messaggio'].map((name) => [name, 'text'] as const),
  ...['intents', 'intent', 'intenzione', 'intenzioni', 'intento', 'intenti', 'motivo', 'motivi'].map((name) => [name, 'intents'] as const),
  ...['sentiment', 'tone', 'tono'].map((name) => [name, 'sentiment'] as const), ...['acts', 'act', 'atto', 'atti'].map((name) => [name, 'acts'] as const),
]);
