import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { outcomeCounts } from './response-figures.ts';

type Survival = OperationValue<'response.survival'>;

/**
 * The sentence that opens the response room: what happened to all requests, or why that cannot be said. Sources without
 * any answer come first, because every other sentence depends on them;
 * `coverage` holds the sources of the brand in question.
 */
export function responseOpening({ groups, unobservable, listedApart, unread, leftOut }: Survival, coverage: Survival['coverage'], voice: ChartVoice): string {
  const [all] = groups;
  const absent = coverage.filter(({ replies }) => replies === 'absent').length;
  const sentences: string[] = [];
  if (absent > 0) sentences.push(voice.text('response.opening.absent', { count: absent }));
  const counts = all === undefined ? null : outcomeCounts(all);
  if (all === undefined || all.n === 0) sentences.push(voice.text('response.opening.none'));
  else if (counts === null) sentences.push(voice.text('response.opening.few', { n: voice.count(all.n) }));
  else sentences.push(voice.text('response.opening.clear', { count: all.n, answered: voice.count(counts.public), private: voice.count(counts.private), silence: voice.count(counts.silence + counts.nod) }));
  if (leftOut.n > 0) sentences.push(voice.text('response.opening.leftOut', { n: voice.count(leftOut.n), answered: voice.count(leftOut.answered) }));
  const apart = Object.entries({ unobservable, listed: listedApart, unread }).flatMap(([key, n]) => (n === 0 ? [] : [voice.text(`response.opening.apartParts.${key}`, { n: voice.count(n) })]));
  if (apart.length > 0) sentences.push(voice.text('response.opening.apart', { parts: voice.list(apart) }));
  return sentences.join(' ');
}

/** The sources that matter for a brand: its own, and those whose owner is not known; all of them when no brand is meant. */
export function brandCoverage(coverage: Survival['coverage'], brand: string | null): Survival['coverage'] {
  return brand === null ? coverage : coverage.filter((row) => row.brand === null || row.brand === brand);
}
