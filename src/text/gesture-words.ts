import { foldedForm } from './folded-form.ts';

// words of a gift or a gesture, folded; a stem ends where the word may go on
const GESTURES = [
  'omaggi', 'regal', 'sorpresa', 'pensierino', 'buono sconto per te', 'un buono per te', 'gratis per te', 'offriamo noi', 'offre la casa', 'ti mandiamo un', 'ti spediamo un', 'ti abbiamo mandato un', 'ti abbiamo spedito un', 'ti invitiamo',
  'gift', 'surprise', 'a treat for you', 'on the house', 'on us', 'free for you', 'voucher for you', 'we are sending you a', 'we re sending you a', 'we have sent you a', 'we ve sent you a', 'goodie', 'we d love to invite you', 'we would love to invite you',
] as const;

const PATTERN = new RegExp(`(^| )(${GESTURES.join('|')})`, 'u');

/**
 * True when a message of a brand speaks of a gift or a gesture for one person, in Italian or English. Says nothing about whether
 * it was given. Rule-made: it is asked only of messages that are already read as personal.
 * @example speaksOfGesture('Ti mandiamo un piccolo omaggio!') // true
 */
export function speaksOfGesture(text: string): boolean {
  return PATTERN.test(foldedForm(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim());
}
