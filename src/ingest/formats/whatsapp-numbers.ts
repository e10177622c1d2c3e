/** A mention: digits alone, or the number as it is shown between two marks of isolation. */
const MENTION = /@(?:(\d{8,15})(?!\d)|\u2068(\+?[\d\s\u00a0().-]{7,25})\u2069)/g;

function digitsOf(written: string): string {
  return written.replace(/\D/g, '');
}

/**
 * Names for people of whom a chat knows only the number: "numero 1", "numero 2" in the order they come up, so that the same
 * chat read again, or exported again later, gives the same names, and nothing leads back to a number.
 */
export function createNumberNames(): { nameOf(number: string): string; inText(text: string): string } {
  const names = new Map<string, string>();
  const nameOf = (number: string): string => {
    const digits = digitsOf(number).replace(/^00/, '');
    let name = names.get(digits);
    if (name === undefined) {
      name = `numero ${String(names.size + 1)}`;
      names.set(digits, name);
    }
    return name;
  };
  return { nameOf, inText: (text) => (text.includes('@') ? text.replace(MENTION, (_, plain: string | undefined, shown: string | undefined) => `@${nameOf(plain ?? shown ?? '')}`) : text) };
}
