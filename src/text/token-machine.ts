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

/** Numbers that a transition takes: the state it leads from, raised by one so that 0 is an empty place, the symbol, and the state it leads to. */
const PLACE = 4;

const placeOf = (state: number, symbol: number, last: number): number => {
  const hash = Math.imul(state + 1, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b);
  return (PLACE * (hash ^ (hash >>> 15))) & last;
};

/** All transitions in one array, found by state and symbol; 0 where there is none. Open addressing, at most one place in two taken. */
function transitionTable(transitions: MachineFile[2]): (state: number, symbol: number) => number {
  const all = Object.entries(transitions).flatMap(([state, row]) => Object.entries(row).map(([symbol, next]) => [Number(state), Number(symbol), next] as const)).filter(([, symbol]) => Number.isFinite(symbol));
  const places = new Int32Array(PLACE * 2 ** Math.ceil(Math.log2(2 * all.length + 2)));
  const last = places.length - 1;
  for (const [state, symbol, next] of all) {
    let place = placeOf(state, symbol, last);
    while (places[place] !== 0) place = (place + PLACE) & last;
    places[place] = state + 1;
    places[place + 1] = symbol;
    places[place + 2] = next;
  }
  return (state, symbol) => {
    for (let place = placeOf(state, symbol, last); places[place] !== 0; place = (place + PLACE) & last) {
      if (places[place] === state + 1 && places[place + 1] === symbol) return places[place + 2] ?? 0;
    }
    return 0;
  };
}

/**
 * Runs a machine of wink-nlp's models over symbols. The same walk as wink-nlp's own automaton (src/automaton.js, 2.4.0),
 * which looks every token up in an object by its number written out; here first tokens are looked up in an array and
 * the others in one table of numbers, so that a token that begins no pattern costs one look-up. Linear in tokens.
 * @param json The machine as the model stores it.
 * @param symbols How many symbols are looked up in the array; higher ones are looked up in the table.
 * @param ignored A symbol that is passed over.
 */
export function tokenMachine(json: string, symbols: number, ignored: number): TokenMachine {
  const [, , transitions, named, marked] = JSON.parse(json) as MachineFile;
  const last = Math.max(0, ...[transitions, named, marked].flatMap((part) => Object.keys(part).map(Number)), ...Object.values(transitions).flatMap((row) => Object.values(row)));
  const names = Array.from<string | number | undefined>({ length: last + 1 }).fill(undefined);
  for (const [state, name] of Object.entries(named)) names[Number(state)] = name === '' || name === 0 ? undefined : name;
  const marks = Array.from<readonly [number, number] | undefined>({ length: last + 1 }).fill(undefined);
  for (const [state, mark] of Object.entries(marked)) marks[Number(state)] = mark;
  const otherwise = new Int32Array(last + 1);
  for (const [state, row] of Object.entries(transitions)) otherwise[Number(state)] = row[String(OTHERWISE)] ?? 0;
  const transition = transitionTable(transitions);
  const first = new Uint16Array(symbols);
  for (const [symbol, next] of Object.entries(transitions['0'] ?? {})) {
    const number = Number(symbol);
    if (number < symbols) first[number] = next;
  }
  const nextOf = (state: number, symbol: number): number => (state === 0 && symbol >= 0 && symbol < symbols ? first[symbol] ?? 0 : transition(state, symbol));
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
