import type { RequestIntent } from '../model/codes.ts';
import type { DraftManner, OneByOneKind } from '../model/one-by-one.ts';
import type { PieceKind } from '../model/value-piece.ts';
import { textSubject } from './text-subject.ts';

/** What a draft is written for. */
export interface DraftReason {
  readonly kind: OneByOneKind;
  /** What was asked, or what was given; null where it is not known. */
  readonly about: RequestIntent | PieceKind | null;
}

type Words = Readonly<Record<string, string>>;
type Voice = Readonly<Record<'hello' | 'helloName' | 'signed', string>> & { readonly quote: readonly [string, string]; readonly body: Words };

// In brackets stands what only a person can know. {subject} is the person's own words, quoted.
const ITALIAN: Readonly<Record<DraftManner, Voice>> = {
  informal: {
    hello: 'Ciao,', helloName: 'Ciao {name},', signed: '[firma]', quote: [' («', '»)'],
    body: {
      information: 'grazie per la domanda{subject}. [la risposta, con quando e dove] Se resta un dubbio, scrivici qui.',
      purchase: 'grazie per l’interesse{subject}. [prezzo, disponibilità o dove si trova]',
      trouble: 'ci dispiace per quello che racconti{subject}. [che cosa si fa e chi se ne occupa] [entro quando]',
      idea: 'grazie per la proposta{subject}. [chi la valuta e che cosa succede ora]',
      decision: 'hai chiesto un parere{subject}. [il parere, con il perché]',
      'thank idea': 'grazie per la proposta{subject}. [perché è utile e che cosa ne nasce]',
      'thank fault': 'grazie per la segnalazione{subject}. [a che punto è]',
      'thank answer': 'grazie per aver aiutato un’altra persona{subject}. [che cosa è servito del tuo aiuto]',
      'thank testimonial': 'grazie per quello che hai scritto{subject}. [un dettaglio di questo racconto]',
      'thank recommendation': 'grazie per il consiglio dato ad altri{subject}. [un dettaglio di questo consiglio]',
      surprise: 'grazie per quello che hai condiviso negli ultimi mesi. [che cosa, in particolare] [il gesto]',
      other: 'grazie per il messaggio{subject}. [la risposta]',
    },
  },
  formal: {
    hello: 'Buongiorno,', helloName: 'Buongiorno {name},', signed: '[firma]', quote: [' («', '»)'],
    body: {
      information: 'grazie per la Sua domanda{subject}. [la risposta, con quando e dove] Se resta un dubbio, può scriverci qui.',
      purchase: 'grazie per il Suo interesse{subject}. [prezzo, disponibilità o dove si trova]',
      trouble: 'ci dispiace per quanto ci racconta{subject}. [che cosa si fa e chi se ne occupa] [entro quando]',
      idea: 'grazie per la Sua proposta{subject}. [chi la valuta e che cosa succede ora]',
      decision: 'ci ha chiesto un parere{subject}. [il parere, con il perché]',
      'thank idea': 'grazie per la Sua proposta{subject}. [perché è utile e che cosa ne nasce]',
      'thank fault': 'grazie per la Sua segnalazione{subject}. [a che punto è]',
      'thank answer': 'grazie per aver aiutato un’altra persona{subject}. [che cosa è servito del Suo aiuto]',
      'thank testimonial': 'grazie per quello che ha scritto{subject}. [un dettaglio di questo racconto]',
      'thank recommendation': 'grazie per il consiglio che ha dato ad altri{subject}. [un dettaglio di questo consiglio]',
      surprise: 'grazie per quello che ha condiviso negli ultimi mesi. [che cosa, in particolare] [il gesto]',
      other: 'grazie per il Suo messaggio{subject}. [la risposta]',
    },
  },
};

const ENGLISH_BODY: Words = {
  information: 'Thank you for your question{subject}. [the answer, with when and where] If anything is still unclear, write to us here.',
  purchase: 'Thank you for your interest{subject}. [price, availability or where to find it]',
  trouble: 'We are sorry about what you describe{subject}. [what is being done, and by whom] [by when]',
  idea: 'Thank you for your suggestion{subject}. [who looks at it and what happens now]',
  decision: 'You asked for an opinion{subject}. [the opinion, and why]',
  'thank idea': 'Thank you for your suggestion{subject}. [why it is useful and what comes of it]',
  'thank fault': 'Thank you for reporting this{subject}. [how far it has come]',
  'thank answer': 'Thank you for helping somebody else{subject}. [what of your help was of use]',
  'thank testimonial': 'Thank you for what you wrote{subject}. [a detail of this story]',
  'thank recommendation': 'Thank you for the advice you gave to others{subject}. [a detail of this advice]',
  surprise: 'Thank you for what you have shared over the last months. [what, in particular] [the gesture]',
  other: 'Thank you for your message{subject}. [the answer]',
};
const ENGLISH: Readonly<Record<DraftManner, Voice>> = {
  informal: { hello: 'Hi,', helloName: 'Hi {name},', signed: '[signature]', quote: [' (“', '”)'], body: ENGLISH_BODY },
  formal: { hello: 'Good morning,', helloName: 'Dear {name},', signed: '[signature]', quote: [' (“', '”)'], body: ENGLISH_BODY },
};

const PERSONAL_NAME = /^\p{Lu}\p{Ll}+(?:[ '’-]\p{Lu}[\p{L}'’]*)*$/u;
const FIRST_AND_INITIALS = /^(\p{Lu}\p{Ll}+)(?: \p{Lu}\.)+$/u;

function nameFor(name: string | null, manner: DraftManner): string | null {
  const whole = name?.trim() ?? '';
  const first = FIRST_AND_INITIALS.exec(whole)?.[1];
  if (first !== undefined) return first;
  if (!PERSONAL_NAME.test(whole)) return null;
  // which of two names is the first one, only a person knows
  return manner === 'informal' && whole.includes(' ') ? `[${whole}]` : whole;
}

/**
 * A first draft of a message to one person, by rule: a greeting, one sentence for what they asked or gave with their own words
 * quoted, and in square brackets what only a person can know. It states no fact, makes no promise and holds no offer; nobody
 * sends it but the person who has filled the brackets. A name is used only where it is written like one; of two names, where first names are used, a person chooses. `language` is that
 * of the person's message: Italian and English have drafts, any other is null.
 * @example oneByOneDraft({ kind: 'answer', about: 'purchase' }, { language: 'en', manner: 'informal', name: null, text: 'How much is it?' }) // 'Hi,\n\nThank you for your interest (“How much is it?”). [price, availability or where to find it]\n\n[signature]'
 */
export function oneByOneDraft({ kind, about }: DraftReason, { language, manner, name, text }: { readonly language: string; readonly manner: DraftManner; readonly name: string | null; readonly text: string | null }): string | null {
  if (language !== 'it' && language !== 'en') return null;
  const { hello, helloName, signed, quote, body } = (language === 'it' ? ITALIAN : ENGLISH)[manner];
  const called = nameFor(name, manner);
  const subject = kind === 'surprise' || text === null ? null : textSubject(text);
  const key = kind === 'surprise' ? 'surprise' : kind === 'thank' ? `thank ${about ?? ''}` : (about ?? 'other');
  const sentence = (Object.hasOwn(body, key) ? body[key] : body['other']) ?? '';
  // replaced by functions: a person's words may hold a dollar sign
  return [called === null ? hello : helloName.replace('{name}', () => called), sentence.replace('{subject}', () => (subject === null ? '' : `${quote[0]}${subject}${quote[1]}`)), signed].join('\n\n');
}
