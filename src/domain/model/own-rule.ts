import type { Act, Intent } from './codes.ts';
import type { Direction } from './reading.ts';

/** A rule of a project's own: where one of its lines is found in a text, a label is on, or off, whatever the reader finds. */
export interface OwnRule {
  /** Tells rules of one set apart; stays when the rule is renamed. */
  readonly id: string;
  readonly name: string;
  readonly language: 'it' | 'en' | 'any';
  readonly direction: Direction;
  /** An intent where people write, an act where the brand does. */
  readonly code: Intent | Act;
  readonly effect: 'on' | 'off';
  /** Words to find, one pattern a line. */
  readonly lines: readonly string[];
  /** Sentences in which the rule must find something. */
  readonly matches: readonly string[];
  /** Sentences in which it must find nothing. */
  readonly rejects: readonly string[];
}

/** How large a set of rules may be; lengths in UTF-16 units. `slots` bounds the words of all lines with their optional words spelled out. */
export const RULE_LIMITS = { rules: 500, lines: 50, lineLength: 200, examples: 30, exampleLength: 500, nameLength: 80, gaps: 3, optionals: 3, slots: 300_000 } as const;

/** What can be wrong with a line, or with a rule. */
export const RULE_FAULTS = [
  'empty', 'bracket', 'gap', 'gap-first', 'gap-last', 'gap-many', 'optional-many', 'prefix-short', 'sign', 'choice-empty', 'many-words', 'set-aside', 'not-understood',
  'no-name', 'no-lines', 'code-direction', 'code-unseen', 'same-id', 'too-large',
] as const;
export type RuleFaultCode = (typeof RULE_FAULTS)[number];

/** One thing wrong with a rule; `line` counts from 0 and is null where it is the rule itself; `detail` is the word in question. */
export interface RuleFault {
  readonly rule: string;
  readonly line: number | null;
  readonly code: RuleFaultCode;
  readonly detail: string;
}

/** An example that does not hold: `found` where the rule must find nothing, `missed` where it must find something. */
export interface ExampleFault {
  readonly rule: string;
  readonly side: 'matches' | 'rejects';
  /** Place in its list, from 0. */
  readonly example: number;
}
