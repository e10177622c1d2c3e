import { readsLikeOthers } from '../../domain/response/automatic-replies.ts';
import { factTable } from '../../domain/response/fact-table.ts';
import type { HastyReplies, MessageFact } from '../../domain/response/message-fact.ts';
import { nearDuplicates } from '../../domain/response/near-duplicates.ts';
import { replyChains } from '../../domain/response/reply-chains.ts';
import { textKey } from '../../domain/response/text-key.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { storedSources } from '../../store/request-context.ts';
import { messageFacts } from '../../store/request-facts.ts';
import { dropRequests, layOutConversations, voiceTexts } from '../../store/request-scope.ts';
import { responseContext } from './response-context.ts';

/** Whether a quick reply to somebody is a program's, by {@link hastyKey}. */
export type HastyVerdicts = ReadonlyMap<string, boolean>;

/** A verdict that a pass cannot give, since it does not hold all replies that this one may read like. */
export interface WantedVerdict {
  readonly reply: MessageFact;
  readonly askerId: number;
}

/** By which a verdict is kept. */
const hastyKey = (replyId: number, askerId: number): string => `${replyId} ${askerId}`;

/** Verdicts that are reused, and what a pass finds beside them. */
interface HastyBook extends HastyReplies {
  /** Those that this pass found, and those it was told and used. */
  readonly verdicts: HastyVerdicts;
  /** What it could not tell: where there is any, the pass is void. */
  readonly wanted: readonly WantedVerdict[];
}

/** A book for one pass, which knows what was found `before` and is `told` more; new verdicts come only of imports in which every reply is at hand. */
export function hastyBook({ before, told, isAtHand }: { readonly before: HastyVerdicts; readonly told: HastyVerdicts; readonly isAtHand: (fact: MessageFact) => boolean }): HastyBook {
  const verdicts = new Map<string, boolean>();
  const wanted: WantedVerdict[] = [];
  return {
    verdicts, wanted,
    known(replyId, askerId) {
      const key = hastyKey(replyId, askerId);
      const heard = told.get(key);
      if (heard !== undefined) verdicts.set(key, heard);
      return verdicts.get(key) ?? before.get(key) ?? null;
    },
    found(reply, askerId, automatic) {
      if (isAtHand(reply)) verdicts.set(hastyKey(reply.id, askerId), automatic);
      else wanted.push({ reply, askerId });
    },
  };
}

/**
 * Verdicts on quick replies of earlier imports, as a pass over everything gives them. Phases: 1. which texts of the same brand
 * read alike, by words alone; 2. the conversations of these, which say whom each answers; 3. the verdicts. Null where these
 * conversations hold more than `most` messages. To be called inside a transaction. Reads every text of the brands concerned once.
 */
export function hastyVerdicts(project: ProjectDatabase, wanted: readonly WantedVerdict[], most: number): HastyVerdicts | null {
  // 1.
  const alike = new Set(wanted.map(({ reply }) => reply.id));
  for (const brandId of new Set(wanted.flatMap(({ reply }) => reply.voiceOfBrandId ?? []))) {
    const written = voiceTexts(project, brandId);
    const placeOf = new Map(written.map(({ id }, place) => [id, place]));
    const texts = nearDuplicates(written.map(({ text }) => textKey(text)));
    for (const { reply } of wanted) {
      if (reply.voiceOfBrandId !== brandId) continue;
      // nothing is accepted: what is offered is all that reads alike
      texts.reach(placeOf.get(reply.id) ?? -1, Infinity, (other) => {
        alike.add(written[other]?.id ?? 0);
        return false;
      });
    }
  }
  // 2.
  if (layOutConversations(project, [...alike], most) === null) return null;
  try {
    const facts = messageFacts(project, { laidOut: true });
    const table = factTable(facts, responseContext(storedSources(project, { laidOut: true }), { brandId: null, nowMs: null }));
    // 3.
    const isLike = readsLikeOthers(table, replyChains(table, new Uint8Array(facts.length)).personAbove);
    const positionOf = new Map(facts.map(({ id }, position) => [id, position]));
    return new Map(wanted.map(({ reply, askerId }) => [hastyKey(reply.id, askerId), isLike(positionOf.get(reply.id) ?? -1, askerId)]));
  } finally {
    dropRequests(project);
  }
}
