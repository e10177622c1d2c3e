import type { HandlerMap } from '../../contract/dispatch.ts';
import type { OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import type { AccountKey } from '../../domain/identity/account-key.ts';
import { decidedIdentities, decisionsByPair, splitIdentities, type IdentityConflict, type IdentityDecision } from '../../domain/identity/identity-decision.ts';
import { accountCards, accountKeys, personPage } from '../../store/identity-accounts.ts';
import { identityDecisions } from '../../store/identity-decisions.ts';
import { recordCommand } from '../../store/journal.ts';
import { voiceReader } from '../../store/person-links.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { dataVersionOf } from '../../store/stage-queries.ts';
import type { AppContext } from '../context.ts';
import { raiseDataVersion } from '../project/data-version.ts';
import { identityReviewed, putIdentityChange, putIdentityReviewed, type IdentityChange, type ReviewChange } from './identity-change.ts';
import { mergeEffect } from './merge-effect.ts';
import { suggestionQueue } from './suggestion-queue.ts';
import { writtenCard } from './written-card.ts';

const NO_PROJECT = 'no project is open';
const READ_ONLY = 'this project is open for reading only; save a copy to decide on identities';

const SENTENCES: Readonly<Record<IdentityConflict['code'], string>> = {
  itself: 'an account is always the same person as itself; choose two accounts',
  voice: 'an account that speaks for a brand is never joined with one that does not speak for the same brand',
  'decided-different': 'among these accounts are two that were decided to be different people; take that decision back first',
  'still-joined': 'these accounts are one person through other accounts; take one of them out of the person instead',
};

type DecisionMap = ReadonlyMap<string, IdentityDecision>;

/** The pairs on which two sets of decisions differ, with both sides. */
function changeBetween(before: DecisionMap, after: DecisionMap): IdentityChange {
  const differing = [...new Set([...before.keys(), ...after.keys()])].filter((pair) => {
    const [one, other] = [before.get(pair), after.get(pair)];
    return one?.verdict !== other?.verdict;
  });
  const side = (decisions: DecisionMap): IdentityDecision[] => differing.flatMap((pair) => decisions.get(pair) ?? []);
  return { pairs: differing.flatMap((pair) => { const decision = after.get(pair) ?? before.get(pair); return decision === undefined ? [] : [[decision.a, decision.b] as const]; }), before: side(before), after: side(after) };
}

/** Which accounts are one person: suggestions, effects, decisions and whether somebody looked at them. */
export function identityHandlers(context: AppContext): Pick<HandlerMap, 'identity.suggestions' | 'identity.effect' | 'identity.decide' | 'identity.persons' | 'identity.split' | 'identity.review'> {
  /** Stores decisions as one change that can be undone; what changes nothing leaves no trace. */
  function decide(project: ProjectDatabase, { command, input, standing, decisions }: { command: 'identity.decide' | 'identity.split'; input: object; standing: DecisionMap; decisions: DecisionMap }): Outcome<OperationValue<'identity.decide'>> {
    const change = changeBetween(standing, decisions);
    if (change.pairs.length > 0) {
      project.connection.transaction(() => {
        putIdentityChange(project, change, 'after');
        recordCommand(project, { command, label: `${command}:${String(change.pairs.length)}`, forward: JSON.stringify(input), inverse: JSON.stringify(change), atMs: context.now() });
        raiseDataVersion(project);
      }).immediate();
      context.emit({ type: 'project-changed', dataVersion: dataVersionOf(project) });
    }
    return success({ changed: change.pairs.length, persons: personPage(project, { page: 0, size: 1 }).total, dataVersion: dataVersionOf(project) });
  }
  return {
    'identity.suggestions': ({ page, size }) => {
      const { project } = context;
      if (project === null) return failed('not-found', NO_PROJECT);
      const queue = suggestionQueue(project);
      const shown = queue.slice(page * size, (page + 1) * size);
      const cards = accountCards(project, shown.flatMap(({ a, b }) => [a.row, b.row]));
      return success({
        total: queue.length, reviewed: identityReviewed(project),
        suggestions: shown.flatMap(({ a, b, confidence, reasons }) => {
          const [one, other] = [cards.get(a.row), cards.get(b.row)];
          return one === undefined || other === undefined ? [] : [{ a: writtenCard(one), b: writtenCard(other), confidence, reasons: reasons.map((reason) => ({ ...reason })) }];
        }),
      });
    },
    'identity.effect': (input, call) => {
      const { project } = context;
      return project === null ? failed('not-found', NO_PROJECT) : mergeEffect(project, input, call);
    },
    'identity.decide': (input) => {
      const { project } = context;
      if (project === null) return failed('not-found', NO_PROJECT);
      if (project.readOnly) return failed('read-only-project', READ_ONLY);
      const wanted = input.pairs.flatMap(({ a, b }) => [a, b]);
      const keys = accountKeys(project, wanted);
      const unknown = wanted.find((accountId) => !keys.has(accountId));
      if (unknown !== undefined) return failed('not-found', `no account has the number ${String(unknown)}`);
      const pairs = input.pairs.flatMap(({ a, b }): (readonly [AccountKey, AccountKey])[] => {
        const [one, other] = [keys.get(a), keys.get(b)];
        return one === undefined || other === undefined ? [] : [[one, other]];
      });
      const standing = decisionsByPair(identityDecisions(project));
      const decided = decidedIdentities(standing, { verdict: input.verdict, pairs, atMs: context.now(), voiceOf: voiceReader(project) });
      if (decided.conflict !== null) return failed('invalid-input', SENTENCES[decided.conflict.code]);
      return decide(project, { command: 'identity.decide', input, standing, decisions: decided.decisions });
    },
    'identity.persons': (input) => {
      const { project } = context;
      if (project === null) return failed('not-found', NO_PROJECT);
      const { total, persons } = personPage(project, input);
      const cards = accountCards(project, persons.flatMap(({ accountIds }) => accountIds));
      return success({
        total,
        persons: persons.map(({ personId, accountIds }) => {
          const accounts = accountIds.flatMap((accountId) => cards.get(accountId) ?? []);
          return { personId, messages: accounts.reduce((sum, { messages }) => sum + messages, 0), accounts: accounts.map(writtenCard) };
        }),
      });
    },
    'identity.split': (input) => {
      const { project } = context;
      if (project === null) return failed('not-found', NO_PROJECT);
      if (project.readOnly) return failed('read-only-project', READ_ONLY);
      const account = accountKeys(project, [input.accountId]).get(input.accountId);
      if (account === undefined) return failed('not-found', `no account has the number ${String(input.accountId)}`);
      const standing = decisionsByPair(identityDecisions(project));
      const decisions = splitIdentities(standing, account, context.now());
      if (decisions === null) return failed('not-found', 'this account is not joined with any other');
      return decide(project, { command: 'identity.split', input, standing, decisions });
    },
    'identity.review': ({ reviewed }) => {
      const { project } = context;
      if (project === null) return failed('not-found', NO_PROJECT);
      if (project.readOnly) return failed('read-only-project', READ_ONLY);
      const change: ReviewChange = { before: identityReviewed(project), after: reviewed };
      if (change.before !== change.after) {
        project.connection.transaction(() => {
          putIdentityReviewed(project, reviewed);
          recordCommand(project, { command: 'identity.review', label: `identity.review:${reviewed ? 'yes' : 'no'}`, forward: JSON.stringify({ reviewed }), inverse: JSON.stringify(change), atMs: context.now() });
        }).immediate();
        context.emit({ type: 'project-changed', dataVersion: dataVersionOf(project) });
      }
      return success({ reviewed });
    },
  };
}
