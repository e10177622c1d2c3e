/** A beginning as it is looked for: its letters, and whether no letter may follow. */
interface Beginning {
  readonly letters: string;
  readonly closed: boolean;
}

const CLOSED = '(?![a-z])';
const LETTERS = 26;
const FIRST = 97;

const isLetter = (code: number): boolean => code >= FIRST && code < FIRST + LETTERS;
const isWordUnit = (code: number): boolean => isLetter(code) || (code >= 48 && code <= 57);

/**
 * Finds the words of a folded text (lower case, without accents) that begin in one of some ways, each once, in the order of the
 * text, each to the end of its letters. A beginning that ends in `(?![a-z])` closes a word. Looks up beginnings by their first two
 * letters, which is many times faster than one pattern of all of them. Beginnings have two letters at least. O(length).
 * @example wordBeginnings(['ordin', 'app(?![a-z])'])('ordini e apposta app') // ['ordini', 'app']
 */
export function wordBeginnings(beginnings: readonly string[]): (text: string) => string[] {
  const byLetters: (Beginning[] | undefined)[] = new Array<Beginning[] | undefined>(LETTERS * LETTERS).fill(undefined);
  for (const beginning of beginnings) {
    const closed = beginning.endsWith(CLOSED);
    const letters = closed ? beginning.slice(0, -CLOSED.length) : beginning;
    (byLetters[(letters.charCodeAt(0) - FIRST) * LETTERS + letters.charCodeAt(1) - FIRST] ??= []).push({ letters, closed });
  }
  return (text) => {
    const found: string[] = [];
    for (let at = 0; at + 1 < text.length; at += 1) {
      const [first, second] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
      if (!isLetter(first) || !isLetter(second) || (at > 0 && isWordUnit(text.charCodeAt(at - 1)))) continue;
      const match = byLetters[(first - FIRST) * LETTERS + second - FIRST]?.find(({ letters, closed }) => text.startsWith(letters, at) && !(closed && isLetter(text.charCodeAt(at + letters.length))));
      if (match === undefined) continue;
      let end = at + match.letters.length;
      while (isLetter(text.charCodeAt(end))) end += 1;
      const word = text.slice(at, end);
      if (!found.includes(word)) found.push(word);
      at = end - 1;
    }
    return found;
  };
}
