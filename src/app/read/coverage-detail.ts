import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { localClock, monthKey } from '../../domain/model/local-clock.ts';
import type { MessageKind } from '../../domain/model/codes.ts';
import { coveredThreads, hourlyCoverage, networkCoverage, threadPosts, type CoverageTotals, type CoveredThreads } from '../../store/coverage-detail.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { answerVersion } from './answer-cache.ts';

type Detail = OperationValue<'coverage.detail'>;

function added(one: CoverageTotals, other: CoverageTotals): CoverageTotals {
  return { threads: one.threads + other.threads, declaring: one.declaring + other.declaring, imported: one.imported + other.imported, importedOfDeclared: one.importedOfDeclared + other.importedOfDeclared, declared: one.declared + other.declared };
}

/** What all messages tell of coverage, while the data stay as they are: no filter chooses among it. */
interface KnownCoverage {
  readonly version: string;
  readonly threads: CoveredThreads;
  readonly totals: CoverageTotals;
  byHour: ReturnType<typeof hourlyCoverage> | null;
  byNetwork: ReturnType<typeof networkCoverage> | null;
}

const known = new WeakMap<ProjectDatabase['connection'], KnownCoverage>();

function totalsOf({ roots, imported, declared }: CoveredThreads): CoverageTotals {
  const totals = { threads: roots.length, declaring: 0, imported: 0, importedOfDeclared: 0, declared: 0 };
  imported.forEach((count, place) => {
    const told = declared[place] ?? NaN;
    totals.imported += count;
    if (Number.isNaN(told)) return;
    totals.declaring += 1;
    totals.importedOfDeclared += count;
    totals.declared += told;
  });
  return totals;
}

function coverageOf(project: ProjectDatabase): KnownCoverage {
  const version = answerVersion(project);
  const before = known.get(project.connection);
  if (before?.version === version) return before;
  const threads = coveredThreads(project);
  const found = { version, threads, totals: totalsOf(threads), byHour: null, byNetwork: null };
  known.set(project.connection, found);
  return found;
}

function months(hours: ReturnType<typeof hourlyCoverage>, timeZone: string): Detail['rows'] {
  const clock = localClock(timeZone);
  const sums = new Map<string, CoverageTotals>();
  for (const { hour, ...totals } of hours) {
    const key = hour === null ? 'unknown' : monthKey(clock(hour * 3_600_000));
    const before = sums.get(key);
    sums.set(key, before === undefined ? totals : added(before, totals));
  }
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, totals]) => ({ key, ...totals, post: null }));
}

function posts(project: ProjectDatabase, { roots, imported, declared }: CoveredThreads, { page, size }: { readonly page: number; readonly size: number }): Detail['rows'] {
  const from = page * size;
  const wanted = [...roots.subarray(from, from + size)];
  const postOf = threadPosts(project, wanted);
  return wanted.flatMap((rootId, place): Detail['rows'] => {
    const post = postOf.get(rootId);
    if (post === undefined) return [];
    const got = imported[from + place] ?? 0;
    const told = declared[from + place] ?? NaN;
    const declares = !Number.isNaN(told);
    return [{ key: String(rootId), threads: 1, declaring: declares ? 1 : 0, imported: got, importedOfDeclared: declares ? got : 0, declared: declares ? told : 0, post: { messageId: rootId, ...post, kind: post.kind as MessageKind } }];
  });
}

/** Answers imported beside those declared, by post (those that miss the most first), by the month in which threads began, or by network. */
export function coverageDetail(project: ProjectDatabase, { by, page, size }: OperationRequest<'coverage.detail'>, timeZone: string): Detail {
  const coverage = coverageOf(project);
  const { threads, totals } = coverage;
  if (by === 'post') return { by, total: threads.roots.length, totals, rows: posts(project, threads, { page, size }) };
  if (by === 'month') coverage.byHour ??= hourlyCoverage(project);
  else coverage.byNetwork ??= networkCoverage(project);
  const rows = by === 'month' ? months(coverage.byHour ?? [], timeZone) : (coverage.byNetwork ?? []).map(({ network, ...sums }) => ({ key: network, ...sums, post: null }));
  return { by, total: rows.length, totals, rows: rows.slice(page * size, (page + 1) * size) };
}
