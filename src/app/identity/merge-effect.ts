import type { OperationValue } from '../../contract/operations.ts';
import type { Outcome } from '../../contract/outcome.ts';
import { failed, success } from '../../contract/outcome.ts';
import { decidedIdentities, decisionsByPair } from '../../domain/identity/identity-decision.ts';
import { personComponents } from '../../domain/identity/person-components.ts';
import { ROLES, type Role } from '../../domain/model/codes.ts';
import { giniCoefficient } from '../../domain/stats/gini-coefficient.ts';
import { accountCards, accountKeys, accountsOfPersons } from '../../store/identity-accounts.ts';
import { identityDecisions, putIdentityDecisions } from '../../store/identity-decisions.ts';
import { createdByPerson, identityFigures, latestMessageMs, personValue, rolesOfPerson, type IdentityFigures } from '../../store/identity-figures.ts';
import { identityRehearsal } from '../../store/identity-rehearsal.ts';
import { linkPersons, voiceReader } from '../../store/person-links.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { settingOf } from '../../store/stage-queries.ts';
import { ownBrandId } from '../../store/value-ledger.ts';
import type { CallContext } from '../../contract/dispatch.ts';
import { isAnalysed } from '../analyse/analyse-project.ts';
import { ANALYSIS_NOW, deriveStage } from '../analyse/derive-stage.ts';
import { aggregateValue } from '../value/derive-value.ts';
import { VALUE_SEED_SETTING } from '../value/ledger-view.ts';
import { writtenCard } from './written-card.ts';

type Effect = OperationValue<'identity.effect'>;
type Figure = Effect['figures'][number];

/** A person who left nothing for so long is inactive. */
const ACTIVE_MS = 180 * 86_400_000;

const COUNTED = [
  ['persons', 'persons'], ['active-persons', 'activePersons'], ['people-with-balance', 'peopleWithBalance'], ['request-authors', 'requestAuthors'], ['requests', 'requests'], ['answered-requests', 'answeredRequests'],
] as const satisfies readonly (readonly [Figure['figure'], keyof IdentityFigures])[];
const WITHOUT_ANALYSIS: readonly Figure['figure'][] = ['persons', 'active-persons'];

const rolesIn = (project: ProjectDatabase, accountId: number): Role[] => {
  const held = new Set(rolesOfPerson(project, accountId));
  return ROLES.filter((role) => held.has(role));
};

/** Requests, ledger, balances and tribes of the small copy, as the analysis makes them of the project. */
async function analysed(copy: ProjectDatabase, call: CallContext): Promise<void> {
  const now = settingOf(copy, ANALYSIS_NOW);
  const options = { nowMs: now === null || now === '' ? undefined : Number(now), seed: Number(settingOf(copy, VALUE_SEED_SETTING) ?? '1') };
  await deriveStage.run(copy, options, { signal: call.signal, onProgress: () => undefined });
  aggregateValue(copy, { seed: options.seed, signal: call.signal, onProgress: () => undefined });
}

/**
 * What would change if two accounts were one person. Phases: 1. refuse what a decision would refuse; 2. copy the threads
 * that either of them touches into memory; 3. analyse the copy as it is, join the two there, analyse it again; 4. add the
 * difference to the project's own figures. Every request, booking and tribe that can change rests on those threads, so the
 * figures are those of a new analysis after the decision. Costs two analyses of the threads concerned. Before an analysis
 * of the present data only persons are counted. Fails with `not-found` for an account that is not there.
 */
export async function mergeEffect(project: ProjectDatabase, { a, b }: { readonly a: number; readonly b: number }, call: CallContext): Promise<Outcome<Effect>> {
  // 1. may they
  const cards = accountCards(project, [a, b]);
  const keys = accountKeys(project, [a, b]);
  const [cardA, cardB, keyA, keyB] = [cards.get(a), cards.get(b), keys.get(a), keys.get(b)];
  if (cardA === undefined || cardB === undefined || keyA === undefined || keyB === undefined) return failed('not-found', `no account has the number ${String(cardA === undefined ? a : b)}`);
  const [personA, personB] = [cardA.personId ?? a, cardB.personId ?? b];
  const standing = decisionsByPair(identityDecisions(project));
  const decided = decidedIdentities(standing, { verdict: 'same', pairs: [[keyA, keyB]], atMs: 0, voiceOf: voiceReader(project) });
  const { personOf } = personComponents([...standing.values()].filter(({ verdict }) => verdict === 'same'));
  const refusal = decided.conflict?.code ?? (personOf(keyA) === personOf(keyB) ? 'already-joined' as const : null);
  const isDone = isAnalysed(project);
  const head = { a: writtenCard(cardA), b: writtenCard(cardB), refusal, analysed: isDone };
  const before = { roles: { a: rolesIn(project, personA), b: rolesIn(project, personB) }, value: { a: isDone ? personValue(project, personA) : null, b: isDone ? personValue(project, personB) : null } };
  if (refusal !== null || decided.decisions === null) return success({ ...head, figures: [], value: { ...before.value, together: null }, roles: { ...before.roles, together: [] } });
  // 2. the copy
  const scope = { brandId: ownBrandId(project), activeSinceMs: (latestMessageMs(project) ?? 0) - ACTIVE_MS };
  const rehearsal = identityRehearsal(project, accountsOfPersons(project, [a, b]));
  try {
    const { copy } = rehearsal;
    // 3. before and after
    if (isDone) await analysed(copy, call);
    const here = { figures: identityFigures(copy, scope), created: createdByPerson(copy) };
    const joined = [...decided.decisions.values()];
    putIdentityDecisions(copy, joined.map((decision) => [decision.a, decision.b] as const), joined);
    linkPersons(copy);
    if (isDone) await analysed(copy, call);
    const there = { figures: identityFigures(copy, scope), created: createdByPerson(copy) };
    const together = accountCards(copy, [a]).get(a)?.personId ?? a;
    // 4. the difference
    const whole = identityFigures(project, scope);
    const figures: Figure[] = COUNTED.map(([figure, field]) => {
      const isKnown = isDone || WITHOUT_ANALYSIS.includes(figure);
      return { figure, tribe: null, before: isKnown ? whole[field] : null, after: isKnown ? whole[field] + there.figures[field] - here.figures[field] : null };
    });
    if (isDone) {
      const created = createdByPerson(project);
      const after = new Map(created);
      for (const person of new Set([...here.created.keys(), ...there.created.keys()])) {
        const change = (there.created.get(person) ?? 0) - (here.created.get(person) ?? 0);
        if (there.created.has(person)) after.set(person, Math.max(0, (after.get(person) ?? 0) + change));
        else after.delete(person);
      }
      figures.push({ figure: 'gini-created', tribe: null, before: giniCoefficient([...created.values()]), after: giniCoefficient([...after.values()]) });
      for (const tribe of [...new Set([...here.figures.tribes.keys(), ...there.figures.tribes.keys()])].sort()) {
        const change = (there.figures.tribes.get(tribe) ?? 0) - (here.figures.tribes.get(tribe) ?? 0);
        const size = whole.tribes.get(tribe) ?? 0;
        if (change !== 0) figures.push({ figure: 'tribe-size', tribe, before: size, after: size + change });
      }
    }
    return success({ ...head, figures, value: { ...before.value, together: isDone ? personValue(copy, together) : null }, roles: { ...before.roles, together: rolesIn(copy, together) } });
  } finally {
    rehearsal.close();
  }
}
