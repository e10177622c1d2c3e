import { drawAnswers, type AskedDraw } from '../app/network/draw-pool.ts';
import { closeNetwork } from './network-guard.ts';
import { answerQuestions } from './team-answers.ts';

// Entry of a thread that draws from graphs and nothing else: no project, no text, no network.
closeNetwork();
const answerTo = drawAnswers();

answerQuestions((asked: AskedDraw) => answerTo(asked));
