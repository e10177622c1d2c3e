import type { CallContext, HandlerMap } from '../../contract/dispatch.ts';
import { isOperationName, operations, type OperationRequest, type OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { claimDistance, claimStanding, scepticClaim } from '../../domain/sceptic/sceptic-claim.ts';
import { scepticVerdict } from '../../domain/sceptic/sceptic-verdict.ts';
import { quantile } from '../../domain/stats/quantile.ts';
import { drawStamp } from '../check/check-sample.ts';
import { standingHours } from '../clock/standing-hours.ts';
import type { AppContext } from '../context.ts';
import { figureWithin } from '../plan/figure-again.ts';
import type { AskAgain } from '../plan/finding-handlers.ts';
import { cachedOutcome } from '../read/answer-cache.ts';
import { zoneBorder } from '../value/zone-border.ts';
import { storedWeights } from '../../store/weight-versions.ts';
import { Cancelled } from '../analyse/stage.ts';
import { challengePace, type Challenge, type ChallengeOptions } from './challenge.ts';
import { isKeptRate, promiseChallenge } from './promise-challenge.ts';
import { requestChallenge, requestFigureOf } from './request-challenge.ts';
import { ledZoneOf, valueChallenge } from './value-challenge.ts';

type Value = OperationValue<'findings.challenge'>;

const NOTHING: Omit<Challenge, 'now'> = { measures: 'figure', variations: [], unvaried: [], drawnFigures: [], drawn: [], definitions: 0 };

/** The sceptic. `ask` answers the read that a figure comes from. */
export function scepticHandlers(context: AppContext, ask: AskAgain): Pick<HandlerMap, 'findings.challenge'> {
  return {
    async 'findings.challenge'({ jobId: _jobId, ...input }, call) {
      const { project } = context;
      if (project === null) return failed('not-found', 'no project is open');
      // settings that change figures without changing the data are part of the question
      const settings = { draw: drawStamp(project), weights: storedWeights(project), border: zoneBorder(project), hours: standingHours(project, (input.source.input['brand'] as string | undefined) ?? null) };
      try {
        return await cachedOutcome(project, { name: 'findings.challenge', input: { ...input, settings } }, () => challenged(context, ask, { ...input, call }));
      } catch (error) {
        if (error instanceof Cancelled) return failed('cancelled', 'the challenge was cancelled; nothing was changed');
        throw error;
      }
    },
  };
}

async function challenged(context: AppContext, ask: AskAgain, { unit, source, draws, seed, call }: OperationRequest<'findings.challenge'> & { readonly call: CallContext }): Promise<Outcome<Value>> {
  if (!isOperationName(source.operation)) return failed('invalid-input', `no operation is called ${source.operation}`);
  const { kind, input } = operations[source.operation];
  const parsed = input.safeParse(source.input);
  if (kind !== 'read' || !parsed.success) return failed('invalid-input', `${source.operation} does not answer this figure any more; keep the sentence again`);
  const answer = await ask(source.operation, parsed.data);
  if (!answer.ok) return answer;
  const now = figureWithin(answer.value, source);
  if (now === null) return success({ measures: 'figure', now: null, claim: null, distance: null, variations: [], unvaried: [], joint: null, verdict: scepticVerdict([], null) });
  const options: ChallengeOptions = { source, answer: answer.value, now, draws, seed, pace: challengePace(call) };
  const challenge: Challenge = (await challengeOf(context, ask, options)) ?? { ...NOTHING, now };
  const claim = scepticClaim(challenge.now, challenge.measures === 'lead' ? 'lead' : unit);
  if (claim === null) return success({ measures: challenge.measures, now: challenge.now, claim: null, distance: null, variations: [], unvaried: [...challenge.unvaried], joint: null, verdict: scepticVerdict([], null) });
  const variations = challenge.variations.map((varied) => ({ ...varied, standing: claimStanding(claim, varied) }));
  const carried = challenge.drawnFigures.filter((value) => value !== null).sort((one, other) => one - other);
  const held = carried.filter((estimate) => claimStanding(claim, { estimate, low: null, high: null }) === 'holds').length;
  const joint = challenge.drawnFigures.length === 0 ? null : {
    asked: draws, draws: challenge.drawnFigures.length, carried: carried.length, held, median: quantile(carried, 0.5), low: quantile(carried, 0.025), high: quantile(carried, 0.975), seed, drawn: [...challenge.drawn], definitions: challenge.definitions,
  };
  return success({
    measures: challenge.measures, now: challenge.now, claim, distance: claimDistance(claim, challenge.now), variations, unvaried: [...challenge.unvaried], joint,
    verdict: scepticVerdict(variations.map(({ standing }) => standing), joint === null ? null : { draws: joint.draws, held }),
  });
}

async function challengeOf(context: AppContext, ask: AskAgain, options: ChallengeOptions): Promise<Challenge | null> {
  const requests = requestFigureOf(options.source);
  if (requests !== null) return requestChallenge(context, ask, options, requests);
  const zone = ledZoneOf(options.source);
  if (zone !== null) return valueChallenge(context, options, zone);
  return isKeptRate(options.source) ? promiseChallenge(options) : null;
}
