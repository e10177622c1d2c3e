import { CircleEllipsis, CircleQuestionMark, Gift, HandHelping, Heart, Lightbulb, Megaphone, Scale, ShoppingBag, TriangleAlert, type LucideIcon } from 'lucide-react';
import { INTENTS, SENTIMENTS, type Intent, type Sentiment } from '../../domain/model/codes.ts';

/** How an intent looks everywhere: its icon and its colour token. The icon tells intents apart without colour. */
export interface IntentStyle {
  readonly Icon: LucideIcon;
  readonly color: string;
}

const ICONS: Readonly<Record<Intent, LucideIcon>> = {
  information: CircleQuestionMark,
  trouble: TriangleAlert,
  idea: Lightbulb,
  purchase: ShoppingBag,
  praise: Heart,
  recommendation: Megaphone,
  help: HandHelping,
  decision: Scale,
  contest: Gift,
  other: CircleEllipsis,
};

/** The fixed look of an intent. */
export function intentStyle(intent: Intent): IntentStyle {
  return { Icon: ICONS[intent], color: `var(--intent-${intent})` };
}

/** Colour of a sentiment. */
export function sentimentColor(sentiment: Sentiment): string {
  return `var(--sentiment-${sentiment})`;
}

/** Colour of the tribe at a place in the list; starts over after the eighth, as its shape does. */
export function tribeColorAt(position: number): string {
  return `var(--tribe-${String((((position % 8) + 8) % 8) + 1)})`;
}

/**
 * Order in which intents are stacked, from the bottom: what calls for a reply first, so that its outline can be read
 * against the axis.
 */
export const STACKED_INTENTS: readonly Intent[] = ['trouble', 'information', 'idea', 'purchase', 'decision', ...INTENTS.filter((intent) => !['trouble', 'information', 'idea', 'purchase', 'decision'].includes(intent))];

/** Order in which sentiments are stacked, from the bottom. */
export const STACKED_SENTIMENTS: readonly Sentiment[] = SENTIMENTS;

/** True for a code that is an intent. */
export function isIntent(code: string): code is Intent {
  return (INTENTS as readonly string[]).includes(code);
}
