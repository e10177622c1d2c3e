/** Fewer people than this are no team of which a figure is given: it would be a figure of single people at work. */
export const LEAST_TEAM_PEOPLE = 5;

/** One who answers for a brand: a profile, or whoever signs with these letters or this name on it; null where a profile answers unsigned. */
export interface Answerer {
  readonly network: string;
  /** The profile's handle, or its id at the source where it has none. */
  readonly profile: string;
  readonly signature: string | null;
}

/** Some of those who answer, as a person put them together. */
export interface AnswerTeam {
  readonly id: string;
  readonly name: string;
  readonly members: readonly Answerer[];
}

/** On what ground figures of people at work are looked at; stated by a person. */
export interface TeamBasis {
  readonly text: string;
  readonly statedBy: string;
  readonly atMs: number;
}

/** The same text for the same answerer; never shown. */
export function answererKey({ network, profile, signature }: Answerer): string {
  return JSON.stringify([network, profile, signature]);
}
