import type { TaskResult } from './task.ts';

/** A figure with three digits, or a dash. */
export const digits = (value: number | null): string => (value === null ? '-' : value.toFixed(3));

/** Limits of an interval, or a dash. */
export const limits = ({ low, high }: Pick<TaskResult, 'low' | 'high'>): string => (low === null || high === null ? '-' : `${digits(low)} to ${digits(high)}`);

/** Whether the bar is reached; empty where there is no bar or no score. */
export function verdict({ score, bar, lowerIsBetter }: Pick<TaskResult, 'score' | 'bar' | 'lowerIsBetter'>): '' | 'reached' | 'missed' {
  if (score === null || bar === null) return '';
  return (lowerIsBetter ? score <= bar : score >= bar) ? 'reached' : 'missed';
}

const LANGUAGE_NAMES = { it: 'Italian', en: 'English' } as const;

/** One line for each task, Italian first, in the order of the sets: set and subject, rows, measure, score, interval, word count, bar. */
export function printedTable(results: readonly TaskResult[]): string[] {
  const width = Math.max(...results.map(({ key }) => key.length));
  const line = (result: TaskResult): string => {
    const { key, rows, measure, plain, bar, missing, score } = result;
    const name = `  ${key.padEnd(width)}`;
    if (score === null) return `${name}  ${missing ?? '-'}`;
    const barred = bar === null ? '' : `  bar ${bar.toFixed(2)} ${verdict(result)}`;
    return `${name}  n ${String(rows).padStart(6)}  ${measure.padEnd(12)}  ${digits(score)}  [${limits(result)}]  plain ${digits(plain)}${barred}`;
  };
  return (['it', 'en'] as const).flatMap((language) => {
    const lines = results.filter((result) => result.language === language).map(line);
    return lines.length === 0 ? [] : ['', LANGUAGE_NAMES[language], ...lines];
  });
}
