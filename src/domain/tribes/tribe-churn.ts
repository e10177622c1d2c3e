/** Days without a message after which somebody has left. */
export const GONE_DAYS = 90;
const DAY_MS = 86_400_000;

/** First and last message of a person, UTC ms. */
export interface PersonSpan {
  readonly firstMs: number;
  readonly lastMs: number;
}

/** People who came and went in one month; `left` is null where the 90 days have not passed for all of it. */
export interface ChurnMonth {
  readonly month: string;
  readonly joined: number;
  readonly left: number | null;
}

/** Who came, who went and of whom it cannot be said yet. */
export interface TribeChurn {
  readonly joined: number;
  readonly left: number;
  readonly open: number;
  readonly months: readonly ChurnMonth[];
}

/**
 * Growth of a tribe over a period that ends at `endMs`: joined = wrote the first message in it; left = wrote the last one
 * over 90 days before the end; open = nobody can say yet. `startMs` bounds who joined (null: everybody was first seen in
 * the data). Months are those of `monthOf`, from the first to the last with a message, the last message standing for the
 * month somebody left in. O(n).
 */
export function tribeChurn(people: readonly PersonSpan[], { startMs, endMs, monthOf }: { readonly startMs: number | null; readonly endMs: number; readonly monthOf: (atMs: number) => string }): TribeChurn {
  const goneBefore = endMs - GONE_DAYS * DAY_MS;
  const [joinedIn, leftIn] = [new Map<string, number>(), new Map<string, number>()];
  const grow = (counts: Map<string, number>, month: string): void => void counts.set(month, (counts.get(month) ?? 0) + 1);
  let [joined, left] = [0, 0];
  for (const { firstMs, lastMs } of people) {
    if (firstMs >= (startMs ?? -Infinity)) {
      joined += 1;
      grow(joinedIn, monthOf(firstMs));
    }
    if (lastMs < goneBefore) {
      left += 1;
      grow(leftIn, monthOf(lastMs));
    }
  }
  const openFrom = monthOf(goneBefore);
  const named = [...new Set([...joinedIn.keys(), ...leftIn.keys()])].toSorted();
  return { joined, left, open: people.length - left, months: monthsBetween(named[0], named.at(-1)).map((month) => ({ month, joined: joinedIn.get(month) ?? 0, left: month >= openFrom ? null : (leftIn.get(month) ?? 0) })) };
}

function monthsBetween(first: string | undefined, last: string | undefined): string[] {
  if (first === undefined || last === undefined) return [];
  const months: string[] = [];
  for (let [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))]; ; [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]) {
    const name = `${String(year)}-${String(month).padStart(2, '0')}`;
    if (name > last) return months;
    months.push(name);
  }
}
