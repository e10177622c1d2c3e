import { accountFinder, messageFinder, nameOfAccount, nameOfMessage, type NamedAccount, type NamedMessage } from '../../store/named-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';

/** How the two kinds of numbers within the input of a read are written in another way; null for one that cannot be. */
interface Spelling {
  readonly message: (given: unknown) => unknown;
  readonly account: (given: unknown) => unknown;
}

const MESSAGES = /^(?:message|post|root)Ids?$/;
const ACCOUNTS = /^(?:account|person)Ids?$/;
const OTHER_NUMBERS = /Ids?$/;
/** Pages whose address ends in a number of this project. */
const NUMBERED_PAGES = /^(?:people\/account\/|data\/import\/|statement\/)/;

class NotPortable extends Error {}

function respelled(value: unknown, spelling: Spelling): unknown {
  if (Array.isArray(value)) return value.map((part) => respelled(part, spelling));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]: [string, unknown]) => {
    const spell = MESSAGES.test(name) ? spelling.message : ACCOUNTS.test(name) ? spelling.account : null;
    if (spell === null) {
      if (OTHER_NUMBERS.test(name) && [part].flat().some((one) => typeof one === 'number')) throw new NotPortable();
      return [name, respelled(part, spelling)];
    }
    if (name.endsWith('s') && Array.isArray(part)) {
      const kept = (part as readonly unknown[]).map(spell).filter((one) => one !== null);
      if (kept.length === 0 && part.length > 0) throw new NotPortable();
      return [name, kept];
    }
    const one = spell(part);
    if (one === null) throw new NotPortable();
    return [name, one];
  }));
}

function whole(value: unknown, spelling: Spelling): unknown {
  try {
    return respelled(value, spelling);
  } catch (error) {
    if (error instanceof NotPortable) return null;
    throw error;
  }
}

const isNames = (given: unknown, length: number): boolean => Array.isArray(given) && given.length === length && given.every((part) => typeof part === 'string');

/**
 * Writes the numbers of messages and accounts in the input of a read as the names that sources gave them. Null when one
 * number alone matters and has no name, or a number of another kind is meant (an import). Lists keep what has a name.
 */
export function portableInput(project: ProjectDatabase): (input: unknown) => unknown {
  const [message, account] = [nameOfMessage(project), nameOfAccount(project)];
  const spelling: Spelling = { message: (id) => (typeof id === 'number' ? message(id) : null), account: (id) => (typeof id === 'number' ? account(id) : null) };
  return (input) => whole(input, spelling);
}

/** The way back of {@link portableInput}: names become the numbers of this project. A number in a file means nothing here and is left out. */
export function localInput(project: ProjectDatabase): (input: unknown) => unknown {
  const [message, account] = [messageFinder(project), accountFinder(project)];
  const spelling: Spelling = { message: (name) => (isNames(name, 3) ? message(name as NamedMessage) : null), account: (name) => (isNames(name, 2) ? account(name as NamedAccount) : null) };
  return (input) => whole(input, spelling);
}

/**
 * An address of the window without what holds in one project alone; empty where it ends in a number of it.
 * @example portableAddress('people/account/12') // ''
 */
export function portableAddress(address: string): string {
  return NUMBERED_PAGES.test(address) ? '' : address;
}
