/** A pattern found by a machine: its first and last token, the state it ended in, then the name of what was found. */
export type MachineHit = [first: number, last: number, found: number | string];

/** A machine as the tagger's model stores it, in JSON: format, last state, transitions, names, what of a pattern is meant. */
type MachineFile = readonly [unknown, unknown, Readonly<Record<string, Readonly<Record<string, number>>>>, Readonly<Record<string, string | number>>, Readonly<Record<string, readonly [number, number]>>];

/** Symbols that end a text, and the transition that is taken where no other is. */
const END = 2_070_000;
const OTHERWISE = 2_070_003;
/** Stands for a failure to leave the loop over a pattern: beyond every token. */
const BEYOND = 100;

/** Finds the patterns of one machine in a text. */
export interface TokenMachine {
  /**
   * @param symbols One a token; -1 for a token that no pattern holds.
   * @param marks One a token, where known: it has one of the bits of `mark` where {@link TokenMachine.begins} is true of its symbol.
   */
  readonly hits: (symbols: ArrayLike<number>, length: number, marks?: ArrayLike<number>, mark?: number) => MachineHit[];
  /** Whether a pattern may begin with a symbol. */
  readonly begins: (symbol: number) => boolean;
}

/**
 * Runs a machine of wink-nlp's models over symbols. The same walk as wink-nlp's own automaton (src/automaton.js, 2.4.0),
 * which looks every token up in an object by its number written out; here first tokens are looked up in an array and
 * the others in maps, so that a token that begins no pattern costs one look-up. Linear in tokens.
 * @param json The machine as the model stores it.
 * @param symbols How many symbols are looked up in the array; higher ones are looked up in a map.
 * @param ignored A symbol that is passed over.
 */
export function tokenMachine(json: string, symbols: number, ignored: number): TokenMachine {
  const [, , transitions, named, marked] = JSON.parse(json) as MachineFile;
  const names: (string | number | undefined)[] = [];
  for (const [state, name] of Object.entries(named)) names[Number(state)] = name === '' || name === 0 ? undefined : name;
  const marks: (readonly [number, number] | undefined)[] = [];
  for (const [state, mark] of Object.entries(marked)) marks[Number(state)] = mark;
  const states: (Map<number, number> | undefined)[] = [];
  const otherwise: number[] = [];
  for (const [state, row] of Object.entries(transitions)) {
    states[Number(state)] = new Map(Object.entries(row).map(([symbol, next]) => [Number(symbol), next]));
    otherwise[Number(state)] = row[String(OTHERWISE)] ?? 0;
  }
  const first = new Uint16Array(symbols);
  for (const [symbol, next] of states[0] ?? []) if (symbol < symbols) first[symbol] = next;
  const nextOf = (state: number, symbol: number): number => {
    if (state === 0 && symbol >= 0 && symbol < symbols) return first[symbol] ?? 0;
    return states[state]?.get(symbol) ?? 0;
  };
  const push = (hits: MachineHit[], from: number, to: number, state: number): void => {
    const name = names[state];
    if (name === '0') return;
    const mark = marks[state];
    hits.push([from + (mark?.[0] ?? 0), to - (mark?.[1] ?? 0), name ?? '']);
  };
  // what is done where nothing begins: no marks are of use
  const idle = otherwise[0] ?? 0;
  return {
    begins: (symbol) => idle !== 0 || nextOf(0, symbol) !== 0,
    hits: (tokens, length, marks, mark = 0) => {
      const hits: MachineHit[] = [];
      let begun = 0;
      let state = 0;
      let fallback = 0;
      let fallbackEnd = 0;
      for (let from = 0; from <= length; from += 1) {
        if (marks !== undefined && from < length && state === 0 && fallback === 0 && ((marks[from] ?? 0) & mark) === 0) continue;
        for (let at = from; at <= length; at += 1) {
          const symbol = at === length ? END : tokens[at] ?? -1;
          if (symbol === ignored) continue;
          let next = nextOf(state, symbol);
          if (state === 0 && next !== 0) begun = at;
          if (next !== 0 && names[next] !== undefined) {
            push(hits, begun, at, next);
            from = at;
            at = length + BEYOND;
            next = 0;
            fallback = 0;
          } else if (next === 0) {
            if (fallback !== 0) {
              push(hits, begun, fallbackEnd, fallback);
              from = fallbackEnd;
              fallback = 0;
            }
            at = length + BEYOND;
          }
          state = next;
          const other = otherwise[state] ?? 0;
          if (other !== 0) {
            fallbackEnd = at;
            fallback = other;
          }
        }
      }
      return hits;
    },
  };
}
