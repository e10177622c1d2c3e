import { useMemo } from 'react';
import type { OperationValue } from '../../contract/operations.ts';
import { useOperation } from '../state/use-operation.ts';
import type { ChartVoice } from './chart-voice.ts';

/** Something that happened around the brand, as a person noted it; `toMs` the end of its last day, null for a single day. */
export type TimeEvent = OperationValue<'events.list'>['events'][number];

const NONE: readonly TimeEvent[] = [];
const DAY_MS = 86_400_000;

/** The events of the project, the earliest first; none until they have been asked for. */
export function useEvents(): readonly TimeEvent[] {
  const state = useOperation('events.list', {});
  const events = state.status === 'value' ? state.value.events : null;
  return useMemo(() => events ?? NONE, [events]);
}

/** Where an event ends: the end of its last day. */
export function eventEndMs({ fromMs, toMs }: Pick<TimeEvent, 'fromMs' | 'toMs'>): number {
  return toMs ?? fromMs + DAY_MS;
}

/** Events that touch a stretch of time, end left out. */
export function eventsWithin(events: readonly TimeEvent[], { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }): TimeEvent[] {
  return events.filter((event) => event.fromMs < toMs && eventEndMs(event) > fromMs);
}

/** When an event was, in words: a day, or its first and last day. */
export function eventTime(event: Pick<TimeEvent, 'fromMs' | 'toMs'>, voice: Pick<ChartVoice, 'text' | 'date'>): string {
  return event.toMs === null || event.toMs - event.fromMs <= DAY_MS ? voice.text('notes.events.on', { date: voice.date(event.fromMs) }) : voice.text('notes.events.span', { from: voice.date(event.fromMs), to: voice.date(event.toMs - 1) });
}

/** Events with their days in one line, for a reader and for what is read aloud. */
export function eventList(events: readonly TimeEvent[], voice: Pick<ChartVoice, 'text' | 'date' | 'list'>): string {
  return voice.list(events.map((event) => voice.text('notes.events.nearItem', { name: event.name, when: eventTime(event, voice) })));
}
