import { drawnInPlace, SEEDED_DRAWS, type DrawKind, type DrawRequest, type OneDraw, type SeededDraws, type SeededDrawing } from '../../domain/network/seeded-draws.ts';

/** Others who make the draws of a search, and can be given up. */
export interface DrawPool extends SeededDrawing {
  /** Ends what is under way and frees what drawing took. */
  readonly close: () => Promise<void>;
}

/** Opens a pool; hosts without threads to spare leave it out and draw in place. */
export type OpenDrawPool = () => DrawPool;

/** One draw as it is asked of another thread. `number` says which thing it is drawn from: what its draws share is made ready once. */
export interface AskedDraw<Kind extends DrawKind = DrawKind> {
  readonly kind: Kind;
  readonly number: number;
  readonly from: SeededDraws[Kind]['from'];
  readonly told: SeededDraws[Kind]['told'];
  readonly seed: number;
}

/** From so many numbers in what is drawn from, over all draws, threads draw: they take a tenth of a second to begin. */
const WORTH_THREADS = 300_000;

/** Draws on the caller's own thread, and lets others have their turn between two draws. */
const inPlace = drawnInPlace(() => new Promise((resolve) => setImmediate(resolve)));

/** Draws by threads where there are any and it is worth it, which open with the first such draw and make all that follow; otherwise in place. */
export function drawPool(open: OpenDrawPool | undefined): DrawPool {
  let pool: DrawPool | null = null;
  return {
    draw: (request) => {
      if (open === undefined || (pool === null && work(request) < WORTH_THREADS)) return inPlace.draw(request);
      pool ??= open();
      return pool.draw(request);
    },
    close: async () => {
      await pool?.close();
    },
  };
}

function work<Kind extends DrawKind>({ from, seeds }: DrawRequest<Kind>): number {
  return seeds.length * ('neighbours' in from ? from.neighbours.length : from.features.length);
}

/** Answers single draws. Of each kind it holds what the latest thing's draws share, since draws come one thing after another. */
export function drawAnswers(): <Kind extends DrawKind>(asked: AskedDraw<Kind>) => SeededDraws[Kind]['gives'] {
  const ready: { [Kind in DrawKind]?: { readonly number: number; readonly draw: OneDraw<Kind> } } = {};
  const readyFor = <Kind extends DrawKind>({ kind, number, from }: AskedDraw<Kind>): OneDraw<Kind> => {
    const held: { readonly number: number; readonly draw: OneDraw<Kind> } | undefined = ready[kind];
    if (held?.number === number) return held.draw;
    const draw = SEEDED_DRAWS[kind](from);
    Object.assign(ready, { [kind]: { number, draw } });
    return draw;
  };
  return (asked) => readyFor(asked)(asked.told, asked.seed, () => undefined);
}
