import type { OperationValue } from '../../contract/operations.ts';
import { CRITICISED_SHARES } from '../../domain/model/formation-line.ts';
import { contestHalfLives } from '../../domain/strategy/contest-half-life.ts';
import { distanceFromCriticised, formationDistance, formationRows, LEAST_MESSAGES } from '../../domain/strategy/formation.ts';
import { messageTimesAfter } from '../../store/contest-queries.ts';
import { networkCodes } from '../../store/message-queries.ts';
import { scopedContestEntries } from '../read/contest-scope.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { newestIds, placedBrandMessages } from './placed-brand-messages.ts';
import { standingBoard } from './strategy-settings.ts';

type Formation = OperationValue<'strategy.formation'>;

function strikersOf(scope: ResolvedScope): Formation['strikers'] {
  const { project } = scope;
  const entries = scopedContestEntries(scope);
  const [first] = entries;
  if (first === undefined) return [];
  const networks = networkCodes(project);
  return contestHalfLives(entries, messageTimesAfter(project, new Set(entries.map(({ accountId }) => accountId)), first.atMs)).map(({ networkId, entryIds, postIds, neverBack, ...contest }) => ({
    ...contest, postIds: [...postIds], neverBack: { ...neverBack }, network: networks.get(networkId) ?? '', messageIds: newestIds(entryIds.map((messageId) => ({ messageId }))),
  }));
}

/** The pitch of a scope: lines, distances to what the essay criticises and to the own target, networks, strikers. */
export function formationView(scope: ResolvedScope, seed: number): Formation {
  const { project } = scope;
  const { placed, unread } = placedBrandMessages(scope);
  const board = standingBoard(project);
  const networks = networkCodes(project);
  const tooFew = placed.length < LEAST_MESSAGES;
  return {
    n: placed.length, unread, tooFew,
    rows: formationRows(placed, board.minutes).map((row) => ({ ...row, messageIds: newestIds(placed.filter(({ line }) => line === row.line)) })),
    networks: [...new Set(placed.map(({ networkId }) => networkId))].map((networkId) => {
      const own = placed.filter((message) => message.networkId === networkId);
      return { network: networks.get(networkId) ?? '', n: own.length, tooFew: own.length < LEAST_MESSAGES, rows: formationRows(own, board.minutes) };
    }).sort((one, other) => other.n - one.n),
    criticised: { shares: { ...CRITICISED_SHARES }, distance: distanceFromCriticised(placed, { seed }) },
    target: board.target === null ? null : { shares: { ...board.target }, distance: formationDistance(placed, board.target, { seed }) },
    minutes: { ...board.minutes },
    strikers: strikersOf(scope),
  };
}
