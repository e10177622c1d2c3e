import type { OperationValue } from '../../contract/operations.ts';
import { answeredDay, type Wait } from '../../domain/answers/probe-shares.ts';
import { ACTS, codeSet } from '../../domain/model/codes.ts';
import { PROBE_INTENTS } from '../../domain/model/probe.ts';
import { countedRequests } from '../../domain/response/counted-requests.ts';
import { timedFor } from '../../domain/response/wait-columns.ts';
import type { RequestEpisode } from '../../domain/response/request-episode.ts';
import { estimateDifference } from '../../domain/stats/estimate-difference.ts';
import type { Estimate } from '../../domain/stats/interval.ts';
import { kaplanMeier } from '../../domain/stats/kaplan-meier.ts';
import { waitingBand } from '../../domain/stats/waiting-at.ts';
import { messagesById, networkCodes } from '../../store/message-queries.ts';
import { matchedProbes, messagePlace, probesLeftOut, repliesToProbes } from '../../store/probe-queries.ts';
import { probesAside } from '../../store/probes-aside.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { observationEndMs } from '../../store/trust-queries.ts';
import { watchedContainers } from '../../store/promise-threads.ts';
import { episodesOf } from '../read/request-source.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { standingProbes, type Probe } from './probe-records.ts';

type List = OperationValue<'probes.list'>;
type Line = List['probes'][number];

const DEFLECT_BIT = codeSet(ACTS, ['deflect']);
const MOST_STEPS = 400;

/** The imported message of a probe, wherever it stands. */
interface ProbeMessage {
  readonly messageId: number;
  readonly networkId: number;
  readonly nativeId: string;
  readonly containerId: number | null;
  readonly atMs: number;
  readonly leftOut: boolean;
  readonly how: 'id' | 'text';
}

/** Messages of probes by the probe: those among the messages, and those that are left out. A message left out is matched as it was when it stood among them. */
function probeMessages(project: ProjectDatabase, probes: readonly Probe[]): Map<string, ProbeMessage> {
  const found = new Map<string, ProbeMessage>();
  for (const { probeId, messageId, how } of matchedProbes(project)) {
    const row = messagePlace(project, messageId);
    if (row !== null) found.set(probeId, { messageId, ...row, atMs: row.atMs ?? 0, leftOut: false, how });
  }
  const networks = networkCodes(project);
  const aside = probesAside(project).map(({ message }) => message);
  const taken = new Set<number>();
  for (const how of ['id', 'text'] as const) {
    for (const probe of [...probes].reverse()) {
      if (found.has(probe.id)) continue;
      const message = aside.find((one) => {
        if (taken.has(one.id) || networks.get(Number(one['network_id'])) !== probe.network) return false;
        return how === 'id' ? probe.nativeId !== null && (one['native_id'] === probe.nativeId || one['url'] === probe.nativeId) : String(one['text'] ?? '').trim() === probe.text.trim();
      });
      if (message === undefined) continue;
      taken.add(message.id);
      found.set(probe.id, { messageId: message.id, networkId: Number(message['network_id']), nativeId: String(message['native_id']), containerId: message['container_id'] === null ? null : Number(message['container_id']), atMs: Number(message['created_at_ms'] ?? probe.atMs), leftOut: true, how });
    }
  }
  return found;
}

/** How every probe ended. One that was imported is followed in the data, by its request or by replies to it; one that was not, by what was noted by hand. */
export function probeLines(project: ProjectDatabase, episodes: readonly RequestEpisode[]): Line[] {
  const probes = standingProbes(project);
  const messages = probeMessages(project, probes);
  const byMessage = new Map(episodes.flatMap((episode) => [episode.messageId, ...episode.mergedIds].map((id) => [id, episode] as const)));
  const replies = repliesToProbes(project, [...messages.values()].map(({ networkId, nativeId, atMs }) => ({ networkId, nativeId, atMs })), DEFLECT_BIT);
  const answers = new Map(messagesById(project, [...byMessage.values()].flatMap(({ answerMessageId }) => answerMessageId ?? []).filter((id) => replies.some(({ messageId }) => messageId === id))).map((message) => [message.messageId, message.authorName]));
  const watched = watchedContainers(project);
  const latestMs = observationEndMs(project);
  return probes.map((probe): Line => {
    const message = messages.get(probe.id);
    const common = { ...probe, match: message?.how ?? null, messageId: message === undefined || message.leftOut ? null : message.messageId, leftOut: message?.leftOut ?? false };
    const byHand = probe.answeredAtMs === null ? null : Math.max(0, probe.answeredAtMs - probe.atMs) / 1000;
    if (message === undefined) {
      return byHand === null
        ? { ...common, state: 'waiting', waitedSeconds: Math.max(0, probe.checkedMs - probe.atMs) / 1000, answerMessageId: null, by: '' }
        : { ...common, state: 'answered', waitedSeconds: byHand, answerMessageId: null, by: probe.answeredBy };
    }
    const episode = message.leftOut ? undefined : byMessage.get(message.messageId);
    if (episode !== undefined) {
      if (episode.observability !== 'observable' && byHand === null) return { ...common, state: 'unseen', waitedSeconds: null, answerMessageId: null, by: '' };
      if (!episode.censored) return { ...common, state: episode.outcome === 'private' ? 'private' : 'answered', waitedSeconds: episode.waitedSeconds, answerMessageId: episode.answerMessageId, by: answers.get(episode.answerMessageId ?? 0) ?? '' };
    }
    const reply = replies.find(({ networkId, probeNativeId }) => networkId === message.networkId && probeNativeId === message.nativeId);
    if (reply !== undefined) return { ...common, state: reply.deflects ? 'private' : 'answered', waitedSeconds: Math.max(0, reply.atMs - message.atMs) / 1000, answerMessageId: reply.messageId, by: reply.author ?? '' };
    if (byHand !== null) return { ...common, state: 'answered', waitedSeconds: byHand, answerMessageId: null, by: probe.answeredBy };
    const endMs = (message.containerId === null ? undefined : watched.get(message.containerId)) ?? latestMs ?? message.atMs;
    return { ...common, state: 'waiting', waitedSeconds: Math.max(0, endMs - message.atMs) / 1000, answerMessageId: null, by: '' };
  });
}

function waitsOf(lines: readonly Line[]): Wait[] {
  return lines.flatMap(({ state, waitedSeconds }) => (waitedSeconds === null || state === 'unseen' ? [] : [{ seconds: waitedSeconds, answered: state !== 'waiting' }]));
}

function publicWaits(requests: readonly RequestEpisode[]): Wait[] {
  return timedFor(requests, 0).flatMap(({ waitedSeconds, censored }) => (waitedSeconds === null ? [] : [{ seconds: waitedSeconds, answered: !censored }]));
}

function limits({ estimate, low, high }: { readonly estimate: number | null; readonly low: number | null; readonly high: number | null }): Estimate | null {
  return estimate === null || low === null || high === null ? null : { estimate, low, high };
}

function wholeOf(waits: readonly Wait[]): List['effect']['with'] {
  const { n, estimate, low, high } = answeredDay(waits);
  return { requests: n, answeredDay: estimate, low, high };
}

/** The probes of a project against the requests of the public under a scope. */
export function probeList(scope: ResolvedScope): List {
  const episodes = episodesOf(scope, {});
  const lines = probeLines(scope.project, episodesOf({ ...scope, messages: {} }, {}));
  const own = new Set(lines.flatMap(({ messageId }) => messageId ?? []));
  const counted = countedRequests(episodes);
  const others = counted.filter(({ messageId }) => !own.has(messageId));
  const groups = [null, ...PROBE_INTENTS].map((intent) => {
    const probes = answeredDay(waitsOf(lines.filter((line) => intent === null || line.intent === intent)));
    const alike = others.filter(({ intents }) => intent === null || intents.includes(intent));
    const asked = answeredDay(publicWaits(alike));
    const [one, other] = [limits(probes), limits(asked)];
    return { intent, probes: { ...probes, within: { ...probes.within } }, public: { ...asked, within: { ...asked.within }, people: new Set(alike.flatMap(({ askerId }) => askerId ?? [])).size }, difference: one === null || other === null ? null : estimateDifference(one, other) };
  }).filter(({ intent, probes }) => intent === null || probes.n > 0);
  const waits = waitsOf(lines);
  const [whole] = groups;
  const curve = whole === undefined || whole.probes.tooFew ? [] : kaplanMeier(waits.map(({ seconds }) => seconds), waits.map(({ answered }) => answered)).steps.slice(0, MOST_STEPS).map((step) => ({ atSeconds: step.atSeconds, waiting: step.waiting, ...waitingBand(step) }));
  const left = lines.filter(({ leftOut }) => leftOut);
  return {
    probes: lines, groups, curve, leftOut: probesLeftOut(scope.project), messages: own.size + left.length,
    effect: { without: wholeOf(publicWaits(others)), with: wholeOf([...publicWaits(counted), ...waitsOf(left)]) },
  };
}
