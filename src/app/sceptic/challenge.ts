import type { OperationValue } from '../../contract/operations.ts';
import type { FigureSource } from '../../contract/operations/findings.ts';
import type { FindingFigure } from '../../domain/strategy/finding-standing.ts';

type Value = OperationValue<'findings.challenge'>;

/** A figure under one change; the standing is put on later. */
export type Varied = Omit<Value['variations'][number], 'standing'>;

/** What is challenged: the source, what it answers today, its figure, and how to draw. */
export interface ChallengeOptions {
  readonly source: FigureSource;
  readonly answer: unknown;
  readonly now: FindingFigure;
  readonly draws: number;
  readonly seed: number;
}

/** What a kind of figure gives to be judged. */
export interface Challenge {
  readonly measures: Value['measures'];
  readonly now: FindingFigure;
  readonly variations: readonly Varied[];
  readonly unvaried: Value['unvaried'];
  /** One figure a joint draw, null where it carried none; empty where nothing can be drawn. */
  readonly drawnFigures: readonly (number | null)[];
  readonly drawn: NonNullable<Value['joint']>['drawn'];
  readonly definitions: number;
}
