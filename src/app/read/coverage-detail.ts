import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { localClock, monthKey } from '../../domain/model/local-clock.ts';
import type { MessageKind } from '../../domain/model/codes.ts';
import { coverageTotals, hourlyCoverage, networkCoverage, threadCoverage, type CoverageTotals } from '../../store/coverage-detail.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';

type Detail = OperationValue<'coverage.detail'>;

function added(one: CoverageTotals, other: CoverageTotals): CoverageTotals {
  return { threads: one.threads + other.threads, declaring: one.declaring + other.declaring, imported: one.imported + other.imported, importedOfDeclared: one.importedOfDeclared + other.importedOfDeclared, declared: one.declared + other.declared };
}

function months(project: ProjectDatabase, timeZone: string): Detail['rows'] {
  const clock = localClock(timeZone);
  const sums = new Map<string, CoverageTotals>();
  for (const { hour, ...totals } of hourlyCoverage(project)) {
    const key = hour === null ? 'unknown' : monthKey(clock(hour * 3_600_000));
    const before = sums.get(key);
    sums.set(key, before === undefined ? totals : added(before, totals));
  }
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, totals]) => ({ key, ...totals, post: null }));
}

/** Answers imported beside those declared, by post (those that miss the most first), by the month in which threads began, or by network. */
export function coverageDetail(project: ProjectDatabase, { by, page, size }: OperationRequest<'coverage.detail'>, timeZone: string): Detail {
  const totals = coverageTotals(project);
  if (by === 'post') {
    const { total, rows } = threadCoverage(project, { page, size });
    return {
      by, total, totals,
      rows: rows.map(({ rootId, nativeId, network, container, kind, text, url, atMs, imported, declared }) => ({
        key: String(rootId), threads: 1, declaring: declared === null ? 0 : 1, imported, importedOfDeclared: declared === null ? 0 : imported, declared: declared ?? 0,
        post: { messageId: rootId, nativeId, network, container, kind: kind as MessageKind, text, url, atMs },
      })),
    };
  }
  const rows = by === 'month' ? months(project, timeZone) : networkCoverage(project).map(({ network, ...sums }) => ({ key: network, ...sums, post: null }));
  return { by, total: rows.length, totals, rows: rows.slice(page * size, (page + 1) * size) };
}
