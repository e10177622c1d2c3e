import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { success } from '../../contract/outcome.ts';
import { REQUEST_INTENTS } from '../../domain/model/codes.ts';
import { containerNames, messagesById, networkCodes } from '../../store/message-queries.ts';
import { intentProbabilities, peersBelow, pointsGivenInYear } from '../../store/open-requests.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import type { StoredEpisode } from '../../store/request-queries.ts';
import { drawStamp } from '../check/check-sample.ts';
import { scoredReading } from '../check/check-scores.ts';
import { checkStatus } from '../check/check-status.ts';
import { csvCell } from '../../domain/wording/csv-cell.ts';
import { csvNumber, csvText } from '../../domain/wording/csv-text.ts';
import { cachedOutcome } from '../read/answer-cache.ts';
import { episodesOf } from '../read/request-source.ts';
import type { ResolvedScope } from '../read/scope.ts';

type Value = OperationValue<'response.backlog'>;
type Line = Value['requests'][number];
type Choice = Omit<OperationRequest<'response.backlog'>, 'page' | 'size' | 'brand' | 'filters' | 'clock'>;

const MOST_ROWS = 50_000;
const MOST_PLACES = 200;
const DAY_SECONDS = 86_400;

/** An open request with what it is sorted by. */
interface OpenRequest {
  readonly episode: StoredEpisode;
  readonly points: number | null;
  readonly probability: number | null;
}

const isOpen = ({ listedApart, censored }: StoredEpisode): boolean => listedApart === null && censored;
const isObservable = ({ observability }: StoredEpisode): boolean => observability === 'observable';

/** Where a request stands, in words: its page, else its network. */
function placeReader(project: ProjectDatabase): (episode: StoredEpisode) => { readonly container: string | null; readonly network: string } {
  const names = containerNames(project);
  const codes = networkCodes(project);
  return ({ containerId, networkId }) => ({ container: containerId === null ? null : (names.get(containerId) ?? null), network: codes.get(networkId) ?? '' });
}

const ORDERS: Readonly<Record<Choice['orderBy'], (one: OpenRequest, other: OpenRequest) => number>> = {
  importance: (one, other) => (other.points ?? 0) - (one.points ?? 0) || byAge(one, other),
  age: (one, other) => byAge(one, other),
  probability: (one, other) => (other.probability ?? -1) - (one.probability ?? -1) || byAge(one, other),
};

function byAge({ episode: one }: OpenRequest, { episode: other }: OpenRequest): number {
  return (other.waitedSeconds ?? -1) - (one.waitedSeconds ?? -1) || one.messageId - other.messageId;
}

/** Every open request of a choice, sorted; `all` are those of the scope before a kind or a place was chosen. */
function openRequests(scope: ResolvedScope, { intent, container, unseen, orderBy, ...rule }: Choice): { readonly all: StoredEpisode[]; readonly hidden: number; readonly chosen: OpenRequest[] } {
  const { project } = scope;
  const open = episodesOf(scope, rule).filter(isOpen);
  const all = unseen ? open : open.filter(isObservable);
  const placeOf = placeReader(project);
  const wanted = all.filter((episode) => (intent === undefined || episode.intents.includes(intent)) && (container === undefined || placeOf(episode).container === container));
  const points = pointsGivenInYear(project, [...new Set(wanted.flatMap(({ askerId }) => askerId ?? []))]);
  const probabilities = intentProbabilities(project, wanted.map(({ messageId }) => messageId));
  const chosen = wanted.map((episode): OpenRequest => {
    const main = intent ?? episode.intents[0];
    return { episode, points: episode.askerId === null ? null : (points.get(episode.askerId) ?? 0), probability: main === undefined ? null : (probabilities.get(episode.messageId)?.[main] ?? null) };
  });
  return { all, hidden: open.filter((episode) => !isObservable(episode)).length, chosen: chosen.sort(ORDERS[orderBy]) };
}

function linesOf({ project }: ResolvedScope, open: readonly OpenRequest[]): Line[] {
  const ids = open.map(({ episode }) => episode.messageId);
  const messages = new Map(messagesById(project, ids).map((message) => [message.messageId, message]));
  const peers = peersBelow(project, ids);
  return open.flatMap(({ episode, points, probability }): Line[] => {
    const message = messages.get(episode.messageId);
    if (message === undefined) return [];
    const { messageId, nativeId, network, container, accountId, authorName, text } = message;
    const { atMs, waitedSeconds, precision, outcome, intents, peerFirst, reopened } = episode;
    return [{
      messageId, nativeId, network, container, accountId, authorName, text, atMs, waitedSeconds, approximate: precision === 'count', outcome: outcome === 'nod' ? 'nod' : 'silence', intents: [...intents],
      probability, points, peers: peers.get(messageId) ?? 0, peerFirst, reopened, observable: isObservable(episode),
    }];
  });
}

/** How many of a list of one kind are expected to be of it, from the checked sample; null without a check. */
async function expectedRight(project: ProjectDatabase, intent: Choice['intent']): Promise<Value['expectedRight']> {
  if (intent === undefined || !checkStatus(project).checked) return null;
  const outcome = await cachedOutcome(project, { name: 'check.scores', input: { draw: drawStamp(project) } }, async () => success(await scoredReading(project)));
  const scores = outcome.ok ? outcome.value.scores.find(({ language }) => language === 'all')?.intents.labels.find(({ code }) => code === intent) : undefined;
  if (scores === undefined || scores.tooFew || scores.precision.estimate === null) return null;
  const { estimate, low, high } = scores.precision;
  return { share: estimate, low, high, n: scores.said };
}

/** Open requests by importance: what the asker gave in the last year, then age. Peers answer nobody for the brand; they stand beside. */
export async function responseBacklog(scope: ResolvedScope, { page, size, brand: _brand, filters: _filters, clock: _clock, ...choice }: OperationRequest<'response.backlog'>): Promise<Value> {
  const { all, hidden, chosen } = openRequests(scope, choice);
  const placeOf = placeReader(scope.project);
  const places = new Map<string, Value['containers'][number]>();
  for (const episode of all) {
    const { container, network } = placeOf(episode);
    if (container === null) continue;
    const place = places.get(`${network} ${container}`) ?? { container, network, n: 0 };
    place.n += 1;
    places.set(`${network} ${container}`, place);
  }
  return {
    total: chosen.length, open: all.length,
    silence: chosen.filter(({ episode }) => episode.outcome === 'silence').length, nods: chosen.filter(({ episode }) => episode.outcome === 'nod').length, unseen: hidden,
    intents: REQUEST_INTENTS.map((intent) => ({ intent, n: all.filter(({ intents }) => intents.includes(intent)).length })),
    containers: [...places.values()].sort((one, other) => other.n - one.n).slice(0, MOST_PLACES),
    expectedRight: await expectedRight(scope.project, choice.intent),
    requests: linesOf(scope, chosen.slice(page * size, (page + 1) * size)),
  };
}

/** The same list as CSV with CRLF for a spreadsheet; at most 50,000 rows, `total` says of how many. */
export function responseBacklogTable(scope: ResolvedScope, { separator, brand: _brand, filters: _filters, clock: _clock, ...choice }: OperationRequest<'response.backlogTable'>): OperationValue<'response.backlogTable'> {
  const { chosen } = openRequests(scope, choice);
  const lines = linesOf(scope, chosen.slice(0, MOST_ROWS));
  const head = ['network', 'container', 'message', 'author', 'created_points', 'asked_at', 'days_waiting', 'approximate', 'outcome', 'intents', 'probability', 'people_who_replied', 'answered_by_others', 'reopened', 'observable', 'text'];
  const rounded = (value: number | null, places: number): string => csvNumber(value === null ? null : Math.round(value * 10 ** places) / 10 ** places, separator);
  const yes = (holds: boolean): string => (holds ? 'yes' : 'no');
  const rows = lines.map((line) => [
    line.network, line.container ?? '', line.nativeId, line.authorName ?? '', rounded(line.points, 2), line.atMs === null ? '' : new Date(line.atMs).toISOString(), line.waitedSeconds === null ? '' : rounded(line.waitedSeconds / DAY_SECONDS, 2),
    yes(line.approximate), line.outcome, line.intents.join(' '), rounded(line.probability, 3), String(line.peers), yes(line.peerFirst), yes(line.reopened), yes(line.observable), line.text ?? '',
  ]);
  return { fileName: 'open-requests.csv', rows: rows.length, total: chosen.length, text: csvText([head, ...rows.map((row) => row.map(csvCell))], separator) };
}
