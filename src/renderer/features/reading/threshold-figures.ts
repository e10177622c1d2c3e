import type { OperationValue } from '../../../contract/operations.ts';

/** What `reading.settings` answers. */
export type ReadingSettings = OperationValue<'reading.settings'>;

/** Messages that a threshold, in hundredths, would leave without a label; none below the first step. */
export function leftWithout({ steps }: Pick<ReadingSettings, 'steps'>, hundredths: number): { readonly inbound: number; readonly outbound: number } {
  const { inbound, outbound } = steps[Math.min(steps.length - 1, Math.max(0, hundredths))] ?? { inbound: 0, outbound: 0 };
  return { inbound, outbound };
}

/** The highest threshold that is offered, in hundredths: above it hardly a label is left. */
export const HIGHEST_THRESHOLD = 95;

/** The curve of messages without a label by threshold, up to {@link HIGHEST_THRESHOLD}, as an SVG path over a box, closed along its foot; empty without messages. */
export function thresholdPath({ steps, labelled }: Pick<ReadingSettings, 'steps' | 'labelled'>, { width, height }: { readonly width: number; readonly height: number }): string {
  const all = labelled.inbound + labelled.outbound;
  if (all === 0 || steps.length < 2) return '';
  const shown = steps.slice(0, HIGHEST_THRESHOLD + 1);
  const points = shown.map(({ inbound, outbound }, at) => `${((at / (shown.length - 1)) * width).toFixed(1)},${(height - ((inbound + outbound) / all) * height).toFixed(1)}`);
  return `M0,${String(height)} L${points.join(' L')} L${String(width)},${String(height)} Z`;
}
