/** The least costly of the plans that were tried, with what was found of it. */
export interface CheapestPlan<Shape, Found> {
  readonly shape: Shape;
  readonly people: number;
  /** Hours of work a week. */
  readonly hours: number;
  readonly found: Found;
}

/** How plans are searched. */
export interface PlanSearch<Shape, Found> {
  readonly mostPeople: number;
  /** What a plan comes to where it meets the target, else null. Once a shape meets it, it must meet it with more people too. */
  readonly judged: (shape: Shape, people: number) => Found | null;
}

/**
 * The plan with the fewest hours of work a week that meets a target, among shapes of shifts (`hours` = hours a week of one person in
 * it) with 1 to `mostPeople` people. Of plans with the same hours the one of the earlier shape stands, so shapes are given with the
 * smaller change first. Because more people never answer later, the smallest team of a shape is found by halving, and only teams cheaper
 * than the best so far are tried: the same plan as trying all. Null where no plan meets the target. O(shapes x log people) judgements.
 */
export function cheapestPlan<Shape extends { readonly hours: number }, Found>(shapes: readonly Shape[], { mostPeople, judged }: PlanSearch<Shape, Found>): CheapestPlan<Shape, Found> | null {
  let best: CheapestPlan<Shape, Found> | null = null;
  for (const shape of shapes) {
    if (!(shape.hours > 0)) continue;
    const most: number = best === null ? mostPeople : Math.min(mostPeople, Math.ceil(best.hours / shape.hours) - 1);
    if (most < 1) continue;
    let found = judged(shape, most);
    if (found === null) continue;
    let [tooFew, people] = [0, most];
    while (people - tooFew > 1) {
      const middle = Math.floor((tooFew + people) / 2);
      const here = judged(shape, middle);
      if (here === null) tooFew = middle;
      else [people, found] = [middle, here];
    }
    best = { shape, people, hours: people * shape.hours, found };
  }
  return best;
}
