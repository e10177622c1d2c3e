import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';

/** One person as the room of trust counts them. */
export type PersonTrust = OperationValue<'trust.people'>['people'][number];

/** A line of the card: what is counted, and the counts in words. */
export interface TrustFact {
  readonly key: 'requests' | 'care' | 'promises' | 'among' | 'advocacy';
  readonly name: string;
  readonly words: string;
}

const STATES = ['kept', 'late', 'broken', 'open', 'unverifiable'] as const;

/** Requests, care, promises, other people and advocacy of one person, each in counts; a part that is empty says so. */
export function trustFacts({ requests, care, promises, among, advocacy }: PersonTrust, voice: ChartVoice): TrustFact[] {
  const text = (key: string, values: Readonly<Record<string, string | number>> = {}): string => voice.text(`people.trust.${key}`, values);
  const made = STATES.reduce((sum, state) => sum + promises[state], 0);
  const states = STATES.filter((state) => promises[state] > 0).map((state) => text('stateCount', { state: voice.text(`promises.state.${state}`), n: voice.count(promises[state]) }));
  const words: Readonly<Record<TrustFact['key'], string>> = {
    requests: requests.n === 0 ? text('requestsNone') : text('requests', { count: requests.n, answered: voice.count(requests.answered) }),
    care: care.watched === 0 ? text('careNone') : text('care', { count: care.watched, answered: voice.count(care.answered), thanked: voice.count(care.thanked) }),
    promises: made === 0 ? text('promisesNone') : text('promises', { count: made, states: states.join(', ') }),
    among: among.addressed + among.addressedBy === 0 ? text('amongNone') : text('among', { addressed: voice.count(among.addressed), addressedBy: voice.count(among.addressedBy), both: voice.count(among.both) }),
    advocacy: text(`advocacy.${advocacyForm(advocacy)}`),
  };
  return (['requests', 'care', 'promises', 'advocacy', 'among'] as const).map((key) => ({ key, name: text(`facts.${key}`), words: words[key] }));
}

function advocacyForm({ active, recommends, warns }: PersonTrust['advocacy']): 'recommends' | 'warns' | 'both' | 'neither' | 'inactive' {
  if (recommends && warns) return 'both';
  if (recommends) return 'recommends';
  if (warns) return 'warns';
  return active ? 'neither' : 'inactive';
}
