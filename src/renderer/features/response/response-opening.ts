import type { OperationValue } from '../../../contract/operations.ts';
import type { Filters } from '../../../contract/selection.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { outcomeCounts } from './response-figures.ts';

type Survival = OperationValue<'response.survival'>;

/** What the room is about: the sources of the brand in question, and whether all brands stand together for want of an own one. */
export interface BrandView {
  readonly coverage: Survival['coverage'];
  readonly allBrands: boolean;
}

/**
 * The sentence that opens the response room: what happened to all requests, or why that cannot be said. Sources without
 * any answer come first, because every other sentence depends on them.
 */
export function responseOpening({ groups, unobservable, listedApart, unread, abstained, leftOut }: Survival, { coverage, allBrands }: BrandView, voice: ChartVoice): string {
  const [all] = groups;
  const absent = coverage.filter(({ replies }) => replies === 'absent').length;
  const sentences: string[] = allBrands ? [voice.text('common.allBrands')] : [];
  if (absent > 0) sentences.push(voice.text('response.opening.absent', { count: absent }));
  const counts = all === undefined ? null : outcomeCounts(all);
  if (all === undefined || all.n === 0) sentences.push(voice.text('response.opening.none'));
  else if (counts === null) sentences.push(voice.text('response.opening.few', { n: voice.count(all.n) }));
  else sentences.push(voice.text('response.opening.clear', { count: all.n, answered: voice.count(counts.public), private: voice.count(counts.private), silence: voice.count(counts.silence + counts.nod) }));
  if (leftOut.n > 0) sentences.push(voice.text('response.opening.leftOut', { count: leftOut.n, answered: voice.count(leftOut.answered) }));
  const apart = Object.entries({ unobservable, listed: listedApart, unread }).flatMap(([key, n]) => {
    if (n === 0) return [];
    const text = voice.text(`response.opening.apartParts.${key}`, { count: n });
    return [key === 'unread' && abstained > 0 ? voice.text('response.opening.belowThreshold', { text, count: abstained }) : text];
  });
  if (apart.length > 0) sentences.push(voice.text('response.opening.apart', { parts: voice.list(apart) }));
  return sentences.join(' ');
}

/**
 * The sources that matter: those of a brand and those whose owner is not known (all of them when no brand is meant),
 * within the networks and containers that the filters leave.
 */
export function brandCoverage(coverage: Survival['coverage'], brand: string | null, { networks, containers }: Filters = {}): Survival['coverage'] {
  return coverage.filter((row) => (brand === null || row.brand === null || row.brand === brand) && (networks?.includes(row.network) ?? true) && (containers?.includes(row.container) ?? true));
}
