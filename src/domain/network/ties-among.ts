import type { DirectedTies } from './directed-ties.ts';

/**
 * The ties of which both ends are among some people: what {@link directedTies} makes of their acts alone, without summing and
 * ordering acts again. People who keep a tie are numbered anew in the same order. O(people + ties).
 */
export function tiesAmong({ size, from, to, weight }: DirectedTies, isAmong: (person: number) => boolean): DirectedTies {
  const among = new Uint8Array(size);
  for (let person = 0; person < size; person += 1) if (isAmong(person)) among[person] = 1;
  const isTied = new Uint8Array(size);
  let ties = 0;
  for (let tie = 0; tie < from.length; tie += 1) {
    const [one, other] = [from[tie] ?? 0, to[tie] ?? 0];
    if (among[one] !== 1 || among[other] !== 1) continue;
    isTied[one] = 1;
    isTied[other] = 1;
    ties += 1;
  }
  const place = new Int32Array(size);
  let people = 0;
  for (let person = 0; person < size; person += 1) {
    place[person] = people;
    people += isTied[person] ?? 0;
  }
  const kept = { size: people, from: new Int32Array(ties), to: new Int32Array(ties), weight: new Float64Array(ties) };
  let at = 0;
  for (let tie = 0; tie < from.length; tie += 1) {
    const [one, other] = [from[tie] ?? 0, to[tie] ?? 0];
    if (among[one] !== 1 || among[other] !== 1) continue;
    kept.from[at] = place[one] ?? 0;
    kept.to[at] = place[other] ?? 0;
    kept.weight[at] = weight[tie] ?? 0;
    at += 1;
  }
  return kept;
}
