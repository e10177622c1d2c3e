import { codeSet, INTENTS } from '../../domain/model/codes.ts';
import { decisionMoments, type AskedChoice, type KnownAnswer, type UnseenChoice } from '../../domain/response/decision-moments.ts';
import type { WatchedMoment } from '../../domain/response/decision-figures.ts';
import { choiceCandidates, choiceConversations, choiceRequests, namedFirst, voiceNetworks } from '../../store/choice-queries.ts';
import { allLabelDecisions } from '../../store/label-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { storedSources } from '../../store/request-context.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { observationEndMs } from '../../store/trust-queries.ts';
import { decisionQuestion, decisionSearch } from '../../text/decision-question.ts';
import type { DecisionForm } from '../../text/decision-rules.ts';
import { READ_LANGUAGES, type ReadLanguage } from '../../text/lexicon.ts';
import type { ResolvedScope } from '../read/scope.ts';

/** A moment of choice as the room lists it. */
export interface ChoiceMoment extends WatchedMoment {
  readonly form: DecisionForm;
  readonly language: ReadLanguage;
}

const DECISION = codeSet(INTENTS, ['decision']);
/** A problem with a question is a problem: whoever has one asks for help, not for a choice. */
const TROUBLE = codeSet(INTENTS, ['trouble']);
const NO_BRAND = -1;

/** Questions for a choice under a scope; what a person said of a message wins over the rules. */
function askedChoices(project: ProjectDatabase, scope: ResolvedScope): Map<number, AskedChoice & { readonly form: DecisionForm; readonly language: ReadLanguage }> {
  const { brandId: _brandId, ...messages } = scope.messages;
  const byHand = new Map(allLabelDecisions(project).flatMap(({ messageId, intents }) => (intents === null ? [] : [[messageId, (intents & DECISION) !== 0] as const])));
  const asked = new Map<number, AskedChoice & { form: DecisionForm; language: ReadLanguage }>();
  for (const language of READ_LANGUAGES) {
    for (const { text, language: _language, intents, ...row } of choiceCandidates(project, language, { search: decisionSearch(language), byHand: [...byHand.keys()], messages: messageCondition(messages) })) {
      const said = byHand.get(row.messageId);
      const isTrouble = said === undefined && ((intents ?? 0) & TROUBLE) !== 0 && ((intents ?? 0) & DECISION) === 0;
      const form = said === false || isTrouble ? null : (decisionQuestion(text, language) ?? (said === true ? 'choice' : null));
      if (form !== null) asked.set(row.messageId, { ...row, form, language });
    }
  }
  return asked;
}

/**
 * The moments of choice of a scope with who came into each, for the scope's brand. Who asks the brand itself is a moment in which its presence says nothing. Whether the brand can be seen: an account must be
 * known to speak for it on that network; replies must have been imported and complete, and name what they answer; of a question that
 * is also a request its own observability says so. Scans questions and what the index finds, then the conversations they stand in.
 */
export function choiceMoments(scope: ResolvedScope): ChoiceMoment[] {
  const { project } = scope;
  const brandId = scope.brand?.id ?? NO_BRAND;
  const asked = askedChoices(project, scope);
  const ids = [...asked.keys()];
  const requests = choiceRequests(project, ids, brandId);
  const known = (messageId: number): KnownAnswer | undefined => requests.get(messageId)?.answer ?? undefined;
  const replies = choiceConversations(project, [...new Set([...asked.values()].map(({ rootId }) => rootId))]);
  const messageOf = new Map(replies.map((reply) => [reply.id, reply]));
  const named = namedFirst(project, ids, brandId);
  // an answer to the brand's own words below a post, or a question that begins with its name, asks the brand and nobody else
  const asksBrand = (messageId: number): boolean => {
    const parent = messageOf.get(messageOf.get(messageId)?.parentId ?? NO_BRAND);
    return named.has(messageId) || (parent !== undefined && parent.brandId === brandId && parent.id !== parent.rootId);
  };
  const voices = voiceNetworks(project, brandId);
  const sources = storedSources(project);
  const wholeEnd = observationEndMs(project) ?? 0;
  return decisionMoments([...asked.values()], replies, { brandId, known }).flatMap((moment): ChoiceMoment[] => {
    const own = asked.get(moment.asked.messageId);
    if (own === undefined) return [];
    const { observationEndMs: endMs, coverage } = sources.place(own);
    const observability = [own.messageId, ...moment.mergedIds].map((id) => requests.get(id)?.observability).find((one) => one !== undefined);
    const isLinked = sources.isLinked(own.containerId, own.networkId);
    const unseen = ((): UnseenChoice | null => {
      if ([own.messageId, ...moment.mergedIds].every(asksBrand)) return 'asked-brand';
      if (moment.brand !== null) return null;
      if (!voices.has(own.networkId)) return 'no-voice';
      if (observability === 'unobservable' || (observability === undefined && coverage === 'absent')) return 'replies-absent';
      if (observability === 'incomplete' || sources.incompleteRoots.has(own.rootId)) return 'incomplete';
      return observability === undefined && !isLinked ? 'no-links' : null;
    })();
    const { form, language, ...question } = own;
    return [{ ...moment, asked: question, form, language, unseen, observationEndMs: Math.max(endMs ?? wholeEnd, own.atMs ?? 0) }];
  });
}
