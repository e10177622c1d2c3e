import type { Chance } from './chance.ts';

/** Values bound while a text is written, so that an answer speaks of the same coffee, order and town as its question. */
export type Bindings = Map<string, string>;

const INNERMOST = /\{([^{}[\]]*)\}|\[([^{}[\]]*)\]/;

/** Articles before a name in A are elided in Italian: "il Alba" is written "l'Alba". */
const ELISIONS: readonly (readonly [RegExp, string])[] = [
  [/\b(d|n|s|a|D|N|S|A)(el|ul|l|ella|ulla|lla|ello) (?=Alba|Aurora)/g, "$1$2'"],
  [/\b[Ii][l] (?=Alba|Aurora)|\b[Ll][oa] (?=Alba|Aurora)/g, "l'"],
];

function elided(text: string): string {
  const joined = ELISIONS.reduce((written, [pattern, put]) => written.replace(pattern, put), text);
  return joined
    .replace(/\b([aA]) il (?=mio)/g, '$1l ').replace(/\b([aA]) la (?=mia)/g, '$1lla ')
    .replace(/\b([dD])el'(?=A)/g, "$1ell'").replace(/\b([nN])el'(?=A)/g, "$1ell'").replace(/\b([sS])ul'(?=A)/g, "$1ull'")
    .replace(/\b([aA])l'(?=A)/g, "$1ll'").replace(/lla'(?=A)/g, "ll'").replace(/llo'(?=A)/g, "ll'");
}

/** Spaces and stops left by empty alternatives, put right. */
function tidied(text: string): string {
  return text
    .replace(/\s+/g, ' ').replace(/ +([,.?!:;])/g, '$1').replace(/([?!])[.,]/g, '$1').replace(/,\s*([.!?])/g, '$1')
    .replace(/,\s*,/g, ',').replace(/^[,.;:\s]+/, '').replace(/[,;:\s]+$/, '').trim();
}

/**
 * Writes one text from a template: `{a|b}` takes one alternative, `[a]` stands or not, `$name` takes a bound value or one
 * of the slot's values and binds it. Alternatives and options nest. Throws RangeError `unknown slot: x`.
 */
export function writtenFrom(template: string, parts: { chance: Chance; slots: ReadonlyMap<string, readonly string[]>; bindings: Bindings }): string {
  const { chance, slots, bindings } = parts;
  let text = template;
  for (let found = INNERMOST.exec(text); found !== null; found = INNERMOST.exec(text)) {
    const choice = found[1] === undefined ? (chance.happens(0.55) ? (found[2] ?? '') : '') : chance.one(found[1].split('|'));
    text = text.slice(0, found.index) + choice + text.slice(found.index + found[0].length);
  }
  text = text.replace(/\$([a-z]+2?)/g, (_, name: string) => {
    const bound = bindings.get(name);
    if (bound !== undefined) return bound;
    const values = slots.get(name);
    if (values === undefined) throw new RangeError(`unknown slot: ${name}`);
    const value = chance.one(values);
    bindings.set(name, value);
    return value;
  });
  return tidied(elided(text));
}

const OF_ONESELF = /\b((?:sono|ero) (?:stat|arrivat|passat|uscit|entrat|rimast|iscritt|accort|abbonat|commoss|arres|sentit|andat)|indecis|interessat|tentat|abbonat(?=[oa] da)|da sol)[oa]\b/gi;

/** What people say of themselves, made to agree with who says it; Italian only. */
export function agreeing(text: string, ending: 'o' | 'a'): string {
  return text.replace(OF_ONESELF, (_, stem: string) => `${stem}${ending}`);
}

/** A text as compared with others: letters and digits only, without case and accents, leading mentions removed. */
export function textKey(text: string): string {
  return text.replace(/^(@[\w.]+\s*)+/, '').normalize('NFD').toLowerCase().replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu, ' ').trim();
}

/** Roughly how many different texts a template can give; 1 for a whole comment written by hand. */
export function templateBreadth(template: string): number {
  const alternatives = [...template.matchAll(/\{([^{}]*)\}/g)].reduce((product, found) => product * Math.max(1, (found[1] ?? '').split('|').length), 1);
  const optional = 2 ** (template.match(/\[/g)?.length ?? 0);
  const slots = 4 ** (template.match(/\$(caffe|formato|citta|bottega|macchina|chi|ord|mese|amico)\b/g)?.length ?? 0);
  return Math.min(60, alternatives * optional * slots);
}
