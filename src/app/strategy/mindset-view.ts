import type { OperationValue } from '../../contract/operations.ts';
import { ACTS, codeSet } from '../../domain/model/codes.ts';
import { MINDSET_STATEMENTS, type MindsetStatement } from '../../domain/model/strategy-codes.ts';
import { countedRequests } from '../../domain/response/counted-requests.ts';
import { nearDuplicates } from '../../domain/response/near-duplicates.ts';
import { countedShare } from '../../domain/stats/counted-share.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { ideasTakenUp, ownPosts, type OwnPost } from '../../store/strategy-queries.ts';
import { episodesOf } from '../read/request-source.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { newestIds, placedBrandMessages } from './placed-brand-messages.ts';
import { standingDeclared } from './strategy-settings.ts';

type Mindset = OperationValue<'strategy.mindset'>;
type Sign = Mindset['statements'][number]['figure'];

const WEEK_SECONDS = 604_800;
const WEEK_MS = 604_800_000;
const ASK = codeSet(ACTS, ['ask']);
const OLD: readonly MindsetStatement[] = ['image', 'message-first', 'we-know', 'every-channel'];

const without = (sign: string, reason: NonNullable<Sign['reason']>): Sign => ({ sign, share: null, seconds: null, reason, messageIds: [] });
const shown = (sign: string, { k, n, ids }: { readonly k: number; readonly n: number; readonly ids: number[] }): Sign => ({ sign, share: countedShare(k, n), seconds: null, reason: null, messageIds: ids });

/** Posts that also stand on another network within a week, nearly word for word. */
function repeatedElsewhere(posts: readonly OwnPost[]): Sign {
  const told = posts.filter(({ text, atMs }) => text !== null && text.trim() !== '' && atMs !== null);
  if (told.length === 0) return without('every-channel', 'no-posts');
  if (new Set(told.map(({ networkId }) => networkId)).size < 2) return without('every-channel', 'one-network');
  const near = nearDuplicates(told.map(({ text }) => text ?? ''));
  const repeated = told.filter((post, place) => near.reach(place, 1, (other) => {
    const elsewhere = told[other];
    return elsewhere !== undefined && elsewhere.networkId !== post.networkId && Math.abs((elsewhere.atMs ?? 0) - (post.atMs ?? 0)) <= WEEK_MS;
  }));
  return shown('every-channel', { k: repeated.length, n: told.length, ids: newestIds(repeated) });
}

function figureOf(statement: MindsetStatement, scope: ResolvedScope, posts: readonly OwnPost[]): Sign {
  const { project, brand, messages } = scope;
  const wanted = { brandId: brand?.id ?? null, messages: messageCondition(messages) };
  const read = posts.filter(({ acts }) => acts !== null);
  switch (statement) {
    case 'image': {
      const oneWay = read.filter(({ acts, replied }) => ((acts ?? 0) & ASK) === 0 && replied === 0);
      return read.length === 0 ? without(statement, 'no-posts') : shown(statement, { k: oneWay.length, n: read.length, ids: newestIds(oneWay) });
    }
    case 'every-channel': return repeatedElsewhere(posts);
    case 'answer-needs': {
      const requests = countedRequests(episodesOf(scope, {})).filter(({ waitedSeconds, censored, precision }) => waitedSeconds !== null && precision !== 'count' && (!censored || waitedSeconds >= WEEK_SECONDS));
      const met = requests.filter(({ censored, waitedSeconds }) => !censored && (waitedSeconds ?? Infinity) <= WEEK_SECONDS);
      return requests.length === 0 ? without(statement, 'no-requests') : shown(statement, { k: met.length, n: requests.length, ids: newestIds(met) });
    }
    case 'keep-asking': {
      const asking = read.filter(({ acts }) => ((acts ?? 0) & ASK) !== 0);
      return read.length === 0 ? without(statement, 'no-posts') : shown(statement, { k: asking.length, n: read.length, ids: newestIds(asking) });
    }
    case 'people-speak': {
      const ideas = ideasTakenUp(project, wanted);
      const taken = ideas.filter((idea) => idea.taken === 1);
      return ideas.length === 0 ? without(statement, 'no-ideas') : shown(statement, { k: taken.length, n: ideas.length, ids: newestIds(taken) });
    }
    case 'message-first': case 'we-know': case 'all-departments': return without(statement, 'declared-only');
  }
}

/**
 * Eight statements of the old and the new marketing, each with an indicator where the data carry one, and the stance: the share
 * of the brand's messages that are dialogue with one person or listening in more than form.
 */
export function mindsetView(scope: ResolvedScope): Mindset {
  const { project, brand, messages } = scope;
  const posts = ownPosts(project, { brandId: brand?.id ?? null, messages: messageCondition(messages) });
  const { placed } = placedBrandMessages(scope);
  const dialogue = placed.filter(({ line, formOnly }) => line !== 'presence' && line !== 'promotion' && !formOnly).length;
  const { stance, note } = standingDeclared(project, 'stance');
  return {
    statements: MINDSET_STATEMENTS.map((statement) => {
      const { declared, note: said } = standingDeclared(project, statement);
      return { statement, side: OLD.includes(statement) ? 'old' : 'new', figure: figureOf(statement, scope, posts), declared, note: said };
    }),
    stance: { observed: countedShare(dialogue, placed.length), declared: stance, note },
  };
}
