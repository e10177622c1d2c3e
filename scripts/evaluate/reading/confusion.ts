import type { TaskResult } from './task.ts';

/** Right codes by row against codes said by column, with sums; nothing where the task has no codes. */
export function printedConfusion({ key, confusion }: TaskResult): string[] {
  if (confusion === null) return [];
  const { codes, counts } = confusion;
  const width = Math.max(14, ...codes.map((code) => code.length));
  const cells = (values: readonly (string | number)[]): string => values.map((value) => String(value).slice(0, 9).padStart(10)).join('');
  return [
    '', `${key}: right answers by row, answers given by column`,
    `  ${''.padEnd(width)}${cells([...codes, 'all'])}`,
    ...codes.map((code, row) => `  ${code.padEnd(width)}${cells([...(counts[row] ?? []), (counts[row] ?? []).reduce((sum, count) => sum + count, 0)])}`),
  ];
}
