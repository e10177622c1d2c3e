import type { ChartVoice } from '../../charts/chart-voice.ts';
import type { Profile } from './people-types.ts';
import { heldRoleWords } from './people-words.ts';

/** What the opening sentence of the list rests on. */
export interface PeopleCounts {
  readonly profiles: number;
  readonly withRole: number;
  /** False while an analysis of the present data is missing. */
  readonly analysed: boolean;
  readonly reviewed: boolean;
  /** Persons of several profiles. */
  readonly persons: number;
}

/** The sentence that opens the list: how many profiles, how many with a role, and whether profiles may be called people. */
export function peopleOpening({ profiles, withRole, analysed, reviewed, persons }: PeopleCounts, voice: ChartVoice): string {
  if (profiles === 0) return voice.text('people.opening.none');
  const parts = { profiles: voice.text('people.opening.profiles', { count: profiles }), roles: withRole === 0 ? voice.text(analysed ? 'people.opening.noRole' : 'people.opening.rolesUnread') : voice.text('people.opening.withRole', { count: withRole }) };
  if (!reviewed) return voice.text('people.opening.unreviewed', parts);
  return voice.text('people.opening.reviewed', { ...parts, persons: persons === 0 ? voice.text('people.opening.noPersons') : voice.text('people.opening.persons', { count: persons }) });
}

/** The sentence that opens a profile's page: what it left, where, when, and what it is to whom. */
export function profileOpening({ messages, network, kinds, firstMs, lastMs, roles }: Pick<Profile, 'messages' | 'network' | 'kinds' | 'firstMs' | 'lastMs' | 'roles'>, voice: ChartVoice): string {
  const names = [...new Set(roles.map((held) => heldRoleWords(held, voice)))];
  // the first of a person's profiles holds what all of them wrote
  const networks = [...new Set(kinds.map((kind) => kind.network))];
  const parts = { messages: voice.text('people.messages', { count: messages }), network: voice.list((networks.length === 0 ? [network] : networks).map(voice.network)), roles: names.length === 0 ? voice.text('people.noRole') : voice.list(names) };
  return firstMs === null || lastMs === null ? voice.text('people.opening.account', parts) : voice.text('people.opening.accountDated', { ...parts, from: voice.date(firstMs), to: voice.date(lastMs) });
}
