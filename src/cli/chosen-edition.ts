import type { OperationValue } from '../contract/operations.ts';
import { failed, success, type Outcome } from '../contract/outcome.ts';

type EditionLine = Pick<OperationValue<'editions.list'>['editions'][number], 'id' | 'name'>;

const folded = (text: string): string => text.trim().toLocaleLowerCase();

/**
 * The closed edition that somebody names at the terminal: by its id, by its name, or by its name in other letters where no
 * edition has exactly that. Failures: `not-found` with the names there are, `invalid-input` with the ids where several
 * editions have the name.
 * @example chosenEdition([{ id: 'a1', name: 'Estate' }], 'estate') // { ok: true, value: 'a1' }
 */
export function chosenEdition(editions: readonly EditionLine[], wanted: string): Outcome<string> {
  const byId = editions.find(({ id }) => id === wanted);
  if (byId !== undefined) return success(byId.id);
  const exact = editions.filter(({ name }) => name === wanted);
  const named = exact.length > 0 ? exact : editions.filter(({ name }) => folded(name) === folded(wanted));
  const [first, second] = named;
  if (first !== undefined && second === undefined) return success(first.id);
  if (first !== undefined) return failed('invalid-input', `several editions are called ${JSON.stringify(wanted)}: name one by its id: ${named.map(({ id }) => id).join(', ')}`);
  const known = editions.map(({ name }) => JSON.stringify(name)).join(', ');
  return failed('not-found', `no closed edition is called ${JSON.stringify(wanted)}: ${known === '' ? 'none is closed in this project' : `there are ${known}`}`);
}
