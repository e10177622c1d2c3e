import type { OperationValue } from '../../contract/operations.ts';
import { ACTS, codeSet } from '../../domain/model/codes.ts';
import { countedRequests } from '../../domain/response/counted-requests.ts';
import { countedShare } from '../../domain/stats/counted-share.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { ownPlaces, ownPosts, troubleEnds } from '../../store/strategy-queries.ts';
import { episodesOf } from '../read/request-source.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { newestIds } from './placed-brand-messages.ts';

type Activities = OperationValue<'strategy.activities'>;
type ActivityRow = Activities['activities'][number];

const DAY_SECONDS = 86_400;
const PROMOTION = codeSet(ACTS, ['promotion']);

function row(activity: ActivityRow['activity'], { k, n, messages, reason }: { readonly k: number; readonly n: number; readonly messages: readonly { readonly messageId: number; readonly atMs?: number | null }[]; readonly reason: NonNullable<ActivityRow['reason']> }): ActivityRow {
  return n === 0 ? { activity, share: null, reason, messageIds: [] } : { activity, share: countedShare(k, n), reason: null, messageIds: newestIds(messages) };
}

/**
 * The five activities, each in its own unit: requests answered in public within 24 hours; own posts under which the brand wrote nothing in 48 hours; own posts
 * that promote; own places that answer; trouble that ends in care or thanks. Requests that were not watched for a day yet, and posts without a time, count in none.
 */
export function activitiesView(scope: ResolvedScope): Activities {
  const { project, brand, messages } = scope;
  const wanted = { brandId: brand?.id ?? null, messages: messageCondition(messages) };
  const requests = countedRequests(episodesOf(scope, {})).filter(({ waitedSeconds, precision, censored }) => waitedSeconds !== null && precision === 'fine' && (!censored || waitedSeconds >= DAY_SECONDS));
  const quick = requests.filter(({ outcome, waitedSeconds }) => outcome === 'public' && (waitedSeconds ?? Infinity) <= DAY_SECONDS);
  const posts = ownPosts(project, wanted);
  const timed = posts.filter(({ repliedSoon }) => repliedSoon !== null);
  const silent = timed.filter(({ repliedSoon }) => repliedSoon === 0);
  const readPosts = posts.filter(({ acts }) => acts !== null);
  const promoting = readPosts.filter(({ acts }) => ((acts ?? 0) & PROMOTION) !== 0);
  const places = ownPlaces(project, wanted).filter(({ requests: asked }) => asked > 0);
  const troubles = troubleEnds(project, wanted);
  const ended = troubles.filter(({ ended: well }) => well === 1);
  return {
    activities: [
      row('intense-response', { k: quick.length, n: requests.length, messages: quick, reason: 'no-requests' }),
      row('broadcasting', { k: silent.length, n: timed.length, messages: silent, reason: 'no-posts' }),
      row('campaigns', { k: promoting.length, n: readPosts.length, messages: promoting, reason: 'no-posts' }),
      row('distributed-presence', { k: places.filter(({ answered }) => answered > 0).length, n: places.length, messages: [], reason: 'no-requests' }),
      row('service-support', { k: ended.length, n: troubles.length, messages: ended, reason: 'no-requests' }),
    ],
  };
}
