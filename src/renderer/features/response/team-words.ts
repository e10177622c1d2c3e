import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';

/** Waits by team as the engine gives them. */
export type TeamsValue = OperationValue<'response.teams'>;
/** One team's line. */
export type TeamLine = TeamsValue['teams'][number];
/** The basis, the teams and who answers. */
export type TeamSettings = OperationValue<'teams.settings'>;
/** One who answers. */
export type TeamAnswerer = NonNullable<TeamSettings['answerers']>[number];

/** The sentence above the teams: off, none put together, too few, not clearly apart, or which waits longest where a test tells two apart. */
export function teamsSentence({ stated, teams, tests }: TeamsValue, voice: ChartVoice): string {
  if (!stated) return voice.text('teams.title.off');
  if (teams.length === 0) return voice.text('teams.title.none');
  const timed = teams.filter(({ waits }) => waits !== null && waits.medianSeconds !== null);
  if (timed.length < 2) return voice.text('teams.title.few');
  const apart = tests.filter(({ pAdjusted }) => pAdjusted !== null && pAdjusted < 0.05);
  const median = (id: string): number => timed.find((team) => team.id === id)?.waits?.medianSeconds ?? 0;
  const widest = apart.reduce<(typeof apart)[number] | null>((found, test) => (found === null || Math.abs(median(test.a) - median(test.b)) > Math.abs(median(found.a) - median(found.b)) ? test : found), null);
  if (widest === null) return voice.text('teams.title.notClear');
  const [slow, quick] = median(widest.a) >= median(widest.b) ? [widest.a, widest.b] : [widest.b, widest.a];
  const name = (id: string): string => teams.find((team) => team.id === id)?.name ?? id;
  return voice.text('teams.title.clear', { slow: name(slow), quick: name(quick), slowTime: voice.duration(median(slow)), quickTime: voice.duration(median(quick)) });
}

/** How somebody who answers is named in the list: the signature, or that the profile answers unsigned. */
export function answererName({ signature }: TeamAnswerer, voice: ChartVoice): string {
  return signature ?? voice.text('teams.dialog.unsigned');
}

/** Answerers by profile, in the order they came. */
export function byProfile(answerers: readonly TeamAnswerer[]): { readonly key: string; readonly network: string; readonly profile: string; readonly people: readonly TeamAnswerer[] }[] {
  const groups = new Map<string, TeamAnswerer[]>();
  for (const answerer of answerers) {
    const key = `${answerer.network} ${answerer.profile}`;
    groups.set(key, [...(groups.get(key) ?? []), answerer]);
  }
  return [...groups].flatMap(([key, people]) => people.slice(0, 1).map(({ network, profile }) => ({ key, network, profile, people })));
}
