import { isNobody } from './nobody.ts';

/** Longest name of a company that is kept: longer cells are descriptions. */
const LONGEST_COMPANY = 120;

/** The company that a source gives for an account, as written there, at most 120 characters; null where it names none ("-", "Anonimo"). */
export function companyName(written: string | null): string | null {
  const name = written?.trim() ?? '';
  return name === '' || isNobody(name) ? null : name.slice(0, LONGEST_COMPANY);
}
