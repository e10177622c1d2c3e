import type { OperationValue } from '../../contract/operations.ts';
import type { LinkedFigure, Report } from '../../domain/model/report.ts';
import { estimateDifference } from '../../domain/stats/estimate-difference.ts';

type Compared = OperationValue<'editions.compare'>['figures'][number];

function limitsOf(now: LinkedFigure, then: LinkedFigure): Compared['difference'] {
  if (now.value === null || then.value === null) return null;
  const whole = now.low !== null && now.high !== null && then.low !== null && then.high !== null;
  const estimate = now.value - then.value;
  const found = whole ? estimateDifference({ estimate: now.value, low: now.low, high: now.high }, { estimate: then.value, low: then.low, high: then.high }) : null;
  return { estimate, low: found?.low ?? null, high: found?.high ?? null };
}

const valueOf = ({ value, low, high, n, written }: LinkedFigure): Compared['then'] => ({ value, low, high, n, written });

/**
 * The figures under the headlines of one report beside those of another, page by page. `areApart`: they rest on different
 * messages, so that a difference has limits; the same messages measured again give none. `now` is null where the other report
 * no longer has the page or the figure.
 */
export function editionDifference(then: Report, now: Report, { areApart }: { readonly areApart: boolean }): Compared[] {
  const pages = new Map(now.pages.map((page) => [page.key, page]));
  return then.pages.flatMap(({ key: page, title, figures }) => figures.map((figure) => {
    const found = pages.get(page)?.figures.find(({ key }) => key === figure.key) ?? null;
    const difference = found === null ? null : limitsOf(found, figure);
    return { page, title: title.text, key: figure.key, then: valueOf(figure), now: found === null ? null : valueOf(found), difference: difference === null || areApart ? difference : { ...difference, low: null, high: null }, changed: found?.written !== figure.written };
  }));
}
