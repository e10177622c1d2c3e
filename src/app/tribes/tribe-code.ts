/**
 * A code for a new tribe from its name, which stays when the name changes: lower case without accents, words joined by
 * hyphens, and a number where it is taken. A name without letters or digits gives `tribe`.
 * @example tribeCode('Amanti del tè', ['amanti-del-te']) // 'amanti-del-te-2'
 */
export function tribeCode(name: string, taken: readonly string[]): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/gu, '').slice(0, 60);
  const base = plain === '' ? 'tribe' : plain;
  let code = base;
  for (let next = 2; taken.includes(code); next += 1) code = `${base}-${String(next)}`;
  return code;
}
