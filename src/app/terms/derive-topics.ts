import { bestAnswer } from '../../domain/terms/best-answer.ts';
import { tokenHashes, tokenRuns } from '../../domain/terms/token-runs.ts';
import type { CallContext } from '../../contract/dispatch.ts';
import { recordCounts } from '../../store/record-counts.ts';
import { replaceTopics, storeBestAnswers, topicAnswers } from '../../store/topic-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { comparedText } from '../../text/compared-text.ts';
import { TERMS_VERSION } from '../../text/terms.ts';
import { foundCopies, foundQuestions } from './found-topics.ts';
import { indexTerms } from './index-terms.ts';
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

/** The terms of what people write; needs readings. Tribes take their words from them. */
export function deriveTerms(project: ProjectDatabase, options: TopicsOptions): void {
  indexTerms(project, { onStep: watched(project, options) });
}

/**
 * The topics that people come back to. Phases: 1. copies, texts that say the same; 2. questions that recur; 3. their names,
 * kept from the topics that were there before; 4. the best answer to each question. Needs readings and requests. Topics
 * are replaced in one step, so that a stop leaves the earlier ones.
 */
export function deriveTopics(project: ProjectDatabase, options: TopicsOptions): void {
  const { seed, check } = options;
  const onStep = watched(project, options);
  // 1. to 3.
  const found = [...foundCopies(project, { seed, onStep }), ...foundQuestions(project, { seed, onStep })];
  const topics = namedTopics(project, found);
  check();
  replaceTopics(project, topics);
  // 4. answers
  const answersTo = topicAnswers(project);
  const chosen = topics.flatMap(({ id, kind }) => {
    if (kind !== 'question') return [];
    const answer = bestAnswer(answersTo(id).map(({ byBrand, thanked, answers, text, ...rest }) => ({ ...rest, byBrand: byBrand === 1, thanked: thanked === 1, answers: answers === 1, runs: tokenRuns(tokenHashes(comparedText(text))) })));
    return answer === null ? [] : [{ topic: id, messageId: answer.messageId, reason: answer.reason }];
  });
  storeBestAnswers(project, chosen);
}
