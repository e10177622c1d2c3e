import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { outcomeCounts } from './response-figures.ts';

type Survival = OperationValue<'response.survival'>;

/**
 * The sentence that opens the response room: what happened to all requests, or why that cannot be said. Sources without
 * any answer come first, because every other sentence depends on them.
 */
export function responseOpening({ groups, coverage, unobservable, listedApart, unread, leftOut }: Survival, voice: ChartVoice): string {
  const [all] = groups;
  const absent = coverage.filter(({ replies, brand }) => replies === 'absent' && brand !== null).length;
  const sentences: string[] = [];
  if (absent > 0) sentences.push(voice.text('response.opening.absent', { count: absent }));
  const counts = all === undefined ? null : outcomeCounts(all);
  if (all === undefined || all.n === 0) sentences.push(voice.text('response.opening.none'));
  else if (counts === null) sentences.push(voice.text('response.opening.few', { n: voice.count(all.n) }));
  else sentences.push(voice.text('response.opening.clear', { count: all.n, answered: voice.count(counts.public), private: voice.count(counts.private), silence: voice.count(counts.silence + counts.nod) }));
  if (leftOut.n > 0) sentences.push(voice.text('response.opening.leftOut', { n: voice.count(leftOut.n), answered: voice.count(leftOut.answered) }));
  if (unobservable > 0 || listedApart > 0 || unread > 0) {
    sentences.push(voice.text('response.opening.apart', { unobservable: voice.count(unobservable), apart: voice.count(listedApart), unread: voice.count(unread) }));
  }
  return sentences.join(' ');
}
