import { parentPort } from 'node:worker_threads';
import type { FromTeamThread, ToTeamThread } from './thread-team.ts';

/** Answers what this thread is asked, one question after another; what a question throws is its answer's error. */
export function answerQuestions<Question, Answer>(answerTo: (question: Question) => Answer): void {
  parentPort?.on('message', ({ id, question }: ToTeamThread<Question>) => {
    let given: FromTeamThread<Answer>;
    try {
      given = { id, answer: answerTo(question) };
    } catch (error) {
      given = { id, error: error instanceof Error ? error : new Error(String(error)) };
    }
    parentPort?.postMessage(given);
  });
}
