import type { OperationValue } from '../../contract/operations.ts';
import { countedShare, type CountedShare } from '../../domain/stats/counted-share.ts';
import { estimateDifference } from '../../domain/stats/estimate-difference.ts';
import type { Estimate } from '../../domain/stats/interval.ts';
import { DEBATE_INDEX, threadDebate, type ThreadDebate } from '../../domain/strategy/thread-debate.ts';
import { debateThreads, lastMoments, placesWithLinks, threadFaces, type DebateThread } from '../../store/debate-queries.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { openableMessages } from '../trust/openable-messages.ts';

type Debates = OperationValue<'strategy.debates'>;

/** Threads shown at most. */
const MOST_SHOWN = 10;
/** A post is judged once it was watched for so long. */
const WATCHED_DAYS = 7;
const DAY_MS = 86_400_000;

type JudgedThread = Omit<DebateThread, 'messages'> & ThreadDebate & { readonly isDebate: boolean };

/**
 * Threads as debates, and whether the brand's posts that ask the audience something become one more often than its others. The
 * filters of the scope choose the first messages; a thread is always whole. Where a source does not tell who answers whom, or says that there
 * are more comments than were imported, its threads are counted and nothing is said of them.
 */
export function debatesView(scope: ResolvedScope): Debates {
  const { project, brand, messages } = scope;
  const links = placesWithLinks(project);
  const ends = lastMoments(project);
  const judged: JudgedThread[] = [];
  let [unseen, cut] = [0, 0];
  for (const thread of debateThreads(project, { brandId: brand?.id ?? null, messages: messageCondition(messages) })) {
    const isSeen = thread.containerId === null ? links.networks.has(thread.networkId) : links.containers.has(thread.containerId);
    if (!isSeen) unseen += 1;
    else if ((thread.declared ?? 0) > thread.messages.length - 1) cut += 1;
    else {
      const { messages: written, ...first } = thread;
      const debate = threadDebate(first.rootId, written);
      judged.push({ ...first, ...debate, isDebate: debate.index !== null && debate.index >= DEBATE_INDEX });
    }
  }
  const own = judged.filter(({ byBrand }) => byBrand);
  const watched = own.filter(({ atMs, networkId }) => atMs !== null && atMs + WATCHED_DAYS * DAY_MS <= (ends.get(networkId) ?? -Infinity));
  const [asking, others] = [watched.filter(({ asks }) => asks), watched.filter(({ asks }) => !asks)];
  const [asked, unasked] = [debateShare(asking), debateShare(others)];
  const indexed = judged.filter(({ index }) => index !== null);
  const debates = judged.filter(({ isDebate }) => isDebate);
  const shown = indexed.toSorted((one, other) => (other.index ?? 0) - (one.index ?? 0) || one.rootId - other.rootId).slice(0, MOST_SHOWN);
  const faces = threadFaces(project, shown.map(({ rootId }) => rootId));
  return {
    threads: judged.length, small: judged.length - indexed.length, indexed: indexed.length, debates: debates.length, unseen, cut, early: own.length - watched.length, watchedDays: WATCHED_DAYS, least: DEBATE_INDEX,
    asked, unasked, difference: differenceOf(asked, unasked),
    askedIds: openableMessages(asking.map(({ rootId }) => rootId)), askedDebateIds: openableMessages(asking.filter(({ isDebate }) => isDebate).map(({ rootId }) => rootId)), debateIds: openableMessages(debates.map(({ rootId }) => rootId)),
    shown: shown.map(({ rootId, atMs, byBrand, asks, voices, messages: written, depth, between, balance, index, isDebate }) => {
      const face = faces.get(rootId);
      return { rootId, text: face?.text ?? '', network: face?.network ?? '', place: face?.place ?? null, author: face?.author ?? null, atMs, byBrand, asks, voices, messages: written, depth, between, balance, index, isDebate, messageIds: openableMessages(face?.messageIds ?? []) };
    }),
  };
}

const debateShare = (posts: readonly JudgedThread[]): CountedShare => countedShare(posts.filter(({ isDebate }) => isDebate).length, posts.length);

function differenceOf(one: CountedShare, other: CountedShare): Estimate | null {
  const known = ({ estimate, low, high }: CountedShare): Estimate | null => (estimate === null || low === null || high === null ? null : { estimate, low, high });
  const [first, second] = [known(one), known(other)];
  return first === null || second === null ? null : estimateDifference(first, second);
}
