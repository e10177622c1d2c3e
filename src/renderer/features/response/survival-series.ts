import type { Grouping } from '../../../contract/selection.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { intentStyle, isIntent } from '../../charts/intent-style.ts';
import { weekdayMs } from '../../i18n/week-words.ts';
import type { SurvivalSeries } from '../../charts/survival-layout.ts';
import type { SurvivalGroup } from './response-figures.ts';

/** Curves to draw, and the names of groups that are too few to be drawn. */
export interface DrawnSeries {
  readonly series: readonly SurvivalSeries[];
  readonly left: readonly { readonly key: string; readonly label: string; readonly n: number }[];
}

/** The name of a group: an intent, a network, a container, an hour, a weekday (1 = Monday), a tribe by value. */
export function groupLabel(by: Grouping, key: string, voice: ChartVoice & { readonly weekday: (dateMs: number) => string }): string {
  if (by === 'intent' && isIntent(key)) return voice.text(`codes.intent.${key}`);
  if (by === 'hour') return voice.text('response.curves.hour', { hour: key.padStart(2, '0') });
  if (by === 'weekday') return voice.weekday(weekdayMs(Number(key)));
  if (by === 'tribe' && key.startsWith('value:')) return voice.text(`tribes.zones.${key.slice('value:'.length)}`);
  if (by === 'none' || key === 'all') return voice.text('response.curves.all');
  return key;
}

/**
 * Curves with their colours. Intents keep their own; in any other grouping colour says one thing only: the group that
 * waits longest is warm, the one that waits least teal, the rest grey. Groups under the floors are named, not drawn.
 */
export function drawnSeries(groups: readonly SurvivalGroup[], { by, label, open }: { readonly by: Grouping; readonly label: (key: string) => string; readonly open: (group: SurvivalGroup) => void }): DrawnSeries {
  const shown = groups.filter(({ tooFew, steps }) => !tooFew && steps.length > 0);
  const byWait = [...shown].filter(({ restrictedMeanSeconds }) => restrictedMeanSeconds !== null).sort((a, b) => (a.restrictedMeanSeconds ?? 0) - (b.restrictedMeanSeconds ?? 0));
  const fastest = byWait[0]?.key;
  const slowest = byWait.at(-1)?.key;
  const color = (key: string): string => {
    if (by === 'intent' && isIntent(key)) return intentStyle(key).color;
    if (by === 'none' || shown.length === 1) return 'var(--accent)';
    if (key === slowest) return 'var(--warm)';
    return key === fastest ? 'var(--accent)' : 'var(--outline)';
  };
  return {
    series: shown.map((group) => ({ key: group.key, label: label(group.key), color: color(group.key), n: group.n, steps: group.steps, longestFollowUpSeconds: group.longestFollowUpSeconds, open: () => open(group) })),
    left: groups.filter((group) => !shown.includes(group)).map(({ key, n }) => ({ key, label: label(key), n })),
  };
}
