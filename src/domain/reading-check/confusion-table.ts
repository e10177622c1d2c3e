/** One checked message in a confusion: what the reader said first, what a person said first, and how many messages it stands for. */
export interface ConfusedMessage {
  readonly id: number;
  readonly said: string;
  readonly truth: string;
  readonly weight: number;
}

/** Messages that the reader gave one main label and a person another, or the same. */
export interface ConfusionCell {
  readonly said: string;
  readonly truth: string;
  readonly n: number;
  /** Share of all messages that the reader gives this main label, weighted: 0 to 1. */
  readonly share: number;
  readonly ids: readonly number[];
}

/** The cells that hold messages, in the order of `codes`: by what the reader said, then by what is true. */
export function confusionTable(messages: readonly ConfusedMessage[], codes: readonly string[]): ConfusionCell[] {
  return codes.flatMap((said) => {
    const row = messages.filter((message) => message.said === said);
    const total = row.reduce((sum, { weight }) => sum + weight, 0);
    return codes.flatMap((truth) => {
      const cell = row.filter((message) => message.truth === truth);
      return cell.length === 0 ? [] : [{ said, truth, n: cell.length, share: total === 0 ? 0 : cell.reduce((sum, { weight }) => sum + weight, 0) / total, ids: cell.map(({ id }) => id) }];
    });
  });
}
