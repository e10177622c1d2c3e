/** What catching up needs to know and to do. */
export interface CatchingUp {
  /** True while somebody's work is under way, whoever began it. */
  readonly isRunning: () => boolean;
  /** True where there is something to be done. */
  readonly isDue: () => boolean;
  /** Does it; resolves to whether it went through. */
  readonly run: () => Promise<boolean>;
}

/**
 * Work that is asked for after every change and done once at a time. What changes while it runs is not in it, so whoever asks meanwhile
 * is answered by another run after it, if there is still something to do; one that failed or was stopped is not repeated.
 */
export function createCatchUp({ isRunning, isDue, run }: CatchingUp): () => Promise<void> {
  let isAskedAgain = false;
  return async () => {
    if (isRunning()) {
      isAskedAgain = true;
      return;
    }
    do {
      if (!isDue()) return;
      isAskedAgain = false;
      if (!(await run())) return;
    } while (isAskedAgain);
  };
}
