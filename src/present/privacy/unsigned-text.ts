import { closingLine, SIGNED_DASH, SIGNED_INITIALS } from '../../domain/response/closing-signature.ts';

/** `Sono Marta`, `I'm Marta`, `My name is Marta`: a name inside the text. */
const INTRODUCED = /(?<before>\b(?:sono|mi chiamo|qui|parla|i['’]m|i am|my name is|this is)\s+)(?<name>\p{Lu}[\p{Ll}'’]+)/giu;

/**
 * A reply of the brand without the name of whoever wrote it: initials after `^` or `*`, a name behind a dash at the end, a
 * closing line that is a name or a team, and names by which the writer is introduced, which become `…`. What is left may be
 * empty. Rules, not recognition: a name in the middle of a sentence stays, so a person still reads what goes out.
 * @example unsignedText('Ci spiace, scrivici in privato. ^MR') // 'Ci spiace, scrivici in privato'
 */
export function unsignedText(text: string): string {
  let left = text.trim();
  for (let before = ''; before !== left;) {
    before = left;
    left = left.replace(SIGNED_INITIALS, '').replace(SIGNED_DASH, '').trim();
    if (closingLine(left) !== null) left = left.slice(0, left.lastIndexOf('\n')).trim();
  }
  return left.replaceAll(INTRODUCED, (whole: string, before: string, name: string) => (/^\p{Lu}/u.test(name) ? `${before}…` : whole));
}
