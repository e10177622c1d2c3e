import { answererKey, type Answerer } from '../../domain/model/answer-team.ts';
import { closingSignature } from '../../domain/response/closing-signature.ts';
import type { RequestEpisode } from '../../domain/response/request-episode.ts';
import { signedAnswers } from '../../store/answer-signers.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';

/** Who gave the first answers of some requests, by the answer's message id. One object a person, whatever they answered. */
export function answerersOf(project: ProjectDatabase, requests: readonly RequestEpisode[]): Map<number, Answerer> {
  const met = new Map<string, Answerer>();
  const found = new Map<number, Answerer>();
  const ids = requests.flatMap(({ answerMessageId }) => answerMessageId ?? []);
  for (const { messageId, network, profile, text } of signedAnswers(project, ids)) {
    const answerer = { network, profile, signature: text === null ? null : closingSignature(text) };
    const key = answererKey(answerer);
    const known = met.get(key) ?? answerer;
    met.set(key, known);
    found.set(messageId, known);
  }
  return found;
}
