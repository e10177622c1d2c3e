import { hypothesisVerdict } from '../../domain/strategy/hypothesis-verdict.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import type { AskAgain } from './finding-handlers.ts';
import { dataNow, hypothesisState, measuredFigure, type HypothesisBody, type StoredHypothesis } from './hypothesis-record.ts';
import { plainFigure } from './measures.ts';

/** A hypothesis with the body that holds its new verdict last. */
export interface JudgedHypothesis {
  readonly hypothesis: StoredHypothesis;
  readonly body: HypothesisBody;
  /** It had a verdict before, on other data. */
  readonly again: boolean;
}

/** What came of judging: new verdicts, and how many wait for data or cannot be measured. */
export interface Judgement {
  readonly judged: readonly JudgedHypothesis[];
  readonly waiting: number;
  readonly unmeasured: number;
}

/** A hypothesis as it is written down, without its id. */
export function bodyOf({ id: _id, ...body }: StoredHypothesis): HypothesisBody {
  return body;
}

/**
 * Judges by the registered rule what the data reach, and again what was judged on other data; writes nothing. A verdict that
 * says the same on newer data is not made again.
 */
export async function judgedHypotheses(project: ProjectDatabase, ask: AskAgain, { wanted, atMs }: { readonly wanted: readonly StoredHypothesis[]; readonly atMs: number }): Promise<Judgement> {
  const data = dataNow(project);
  const judged: JudgedHypothesis[] = [];
  let [waiting, unmeasured] = [0, 0];
  for (const hypothesis of wanted) {
    const state = hypothesisState(hypothesis, data.reachMs);
    const last = hypothesis.verdicts.at(-1);
    if (state === 'waiting') waiting += 1;
    if (state === 'waiting' || state === 'withdrawn' || last?.data.version === data.version) continue;
    const found = await measuredFigure(ask, hypothesis, { fromMs: hypothesis.fromMs, toMs: hypothesis.toMs });
    if (found === null) {
      unmeasured += 1;
      continue;
    }
    const { verdict, change } = hypothesisVerdict({ target: hypothesis.target, baseline: hypothesis.baseline, judged: found });
    const figure = plainFigure(found);
    if (last !== undefined && JSON.stringify([last.verdict, last.figure]) === JSON.stringify([verdict, figure])) continue;
    judged.push({ hypothesis, again: last !== undefined, body: { ...bodyOf(hypothesis), verdicts: [...hypothesis.verdicts, { verdict, change, figure, atMs, data }] } });
  }
  return { judged, waiting, unmeasured };
}
