import type { ReportPage, ReportTable } from '../../domain/model/report.ts';

/**
 * Tables of a narrower report whose rows stand on as few people as they give away. A row that is shown for all and again for
 * a part tells, by subtraction, the number of the rest; where the rest is one to `floor - 1` people the row counts as resting
 * on that many, so that the guard of small cells withholds it with everything that could be worked out from it. Rows are the
 * same by the name of their table and their first cell; rows without people, and rows of the part alone, stay as they are.
 * @example leftOutPeople([partOf93], [whole100], 10) // the row of 93 counts as 7 people
 */
export function leftOutPeople(narrow: readonly ReportTable[], whole: readonly ReportTable[], floor: number): ReportTable[] {
  return narrow.map((table) => {
    const wide = whole.find(({ key }) => key === table.key);
    if (wide === undefined || table.people === null || wide.people === null) return table;
    const widePeople = new Map(wide.rows.map((row, line) => [row[0], wide.people?.[line]?.people ?? null]));
    const people = table.people.map((one, line) => {
      const all = widePeople.get(table.rows[line]?.[0] ?? null) ?? null;
      if (one === null || all === null) return one;
      const rest = all - one.people;
      return rest > 0 && rest < floor ? { ...one, people: Math.min(one.people, rest) } : one;
    });
    return { ...table, people };
  });
}

/**
 * Pages of a narrower report whose linked figures count as resting on what they give away, as {@link leftOutPeople} does for
 * rows: where the cases of a figure, shown for all and again for the part, differ by one to `floor - 1`, the guard of pages
 * leaves the sentence out. Figures are the same by their page and key.
 */
export function leftOutFigures(narrow: readonly ReportPage[], whole: readonly ReportPage[], floor: number): ReportPage[] {
  const cases = new Map(whole.flatMap(({ key: page, figures }) => figures.map(({ key, n }) => [JSON.stringify([page, key]), n] as const)));
  return narrow.map((page) => ({
    ...page,
    figures: page.figures.map((figure) => {
      const all = cases.get(JSON.stringify([page.key, figure.key])) ?? null;
      if (all === null || figure.n === null) return figure;
      const rest = Math.abs(all - figure.n);
      return rest > 0 && rest < floor ? { ...figure, n: Math.min(figure.n, rest) } : figure;
    }),
  }));
}
