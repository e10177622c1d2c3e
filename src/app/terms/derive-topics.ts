import { bestAnswer } from '../../domain/terms/best-answer.ts';
import { tokenHashes, tokenRuns } from '../../domain/terms/token-runs.ts';
import type { CallContext } from '../../contract/dispatch.ts';
import { recordCounts } from '../../store/record-counts.ts';
import { replaceTopics, storeBestAnswers, topicAnswers, touchedTopics } from '../../store/topic-queries.ts';
import { arePiecesWhole } from '../../store/piece-stamp.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { comparedText } from '../../text/compared-text.ts';
import { TERMS_VERSION } from '../../text/terms.ts';
import { PIECES_DEFINITION_VERSION } from '../lost/pieces-definition.ts';
import { foundCopies, foundQuestions } from './found-topics.ts';
import { indexTerms, type IndexedTexts } from './index-terms.ts';
import { namedTopics } from './named-topics.ts';

/** Version of the terms and topics; raised with every change of what they mean. */
export const TOPICS_DEFINITION_VERSION = `${TERMS_VERSION}, topics 1`;

/** What deriving terms and topics takes: the seed of min-hashing and where progress is told; `check` throws when the work is to stop. */
export interface TopicsOptions {
  readonly seed: number;
  readonly check: () => void;
  readonly onProgress: CallContext['onProgress'];
}

function watched(project: ProjectDatabase, { check, onProgress }: TopicsOptions): (done: number) => void {
  const total = recordCounts(project).messages;
  return (done) => {
    check();
    onProgress({ phase: 'aggregate', done: Math.min(done, total), total, unit: 'messages' });
  };
}

/** The terms of what people write, and the prints by which copies are found; needs readings. Tribes take their words from them. */
export function deriveTerms(project: ProjectDatabase, options: TopicsOptions): IndexedTexts {
  return indexTerms(project, { seed: options.seed, onStep: watched(project, options) });
}

/**
 * The topics that people come back to. Phases: 1. copies, texts that say the same; 2. questions that recur; 3. their names,
 * kept from the topics that were there before; 4. the best answer to each question. Needs terms, readings and requests. Phases 1 and 2
 * look at all texts at once by what is kept of them; topics are written, and answers chosen again, where something is other
 * than before. Returns for how many topics an answer was looked for.
 */
export function deriveTopics(project: ProjectDatabase, options: TopicsOptions): number {
  const { seed, check } = options;
  const onStep = watched(project, options);
  // 1. to 3.
  const found = [...foundCopies(project, { seed, onStep }), ...foundQuestions(project, { seed, onStep })];
  const topics = namedTopics(project, found);
  check();
  const changed = replaceTopics(project, topics);
  // 4. answers; what was noted of conversations is complete only beside pieces that are whole
  const touched = arePiecesWhole(project, PIECES_DEFINITION_VERSION) ? new Set([...changed, ...touchedTopics(project)]) : null;
  const answersTo = topicAnswers(project);
  const chosen = topics.flatMap(({ id, kind }) => {
    if (kind !== 'question' || touched?.has(id) === false) return [];
    const answer = bestAnswer(answersTo(id).map(({ byBrand, thanked, answers, text, ...rest }) => ({ ...rest, byBrand: byBrand === 1, thanked: thanked === 1, answers: answers === 1, runs: tokenRuns(tokenHashes(comparedText(text))) })));
    return [{ topic: id, messageId: answer?.messageId ?? null, reason: answer?.reason ?? null }];
  });
  storeBestAnswers(project, chosen);
  return chosen.length;
}
