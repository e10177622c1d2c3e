import { useCallback, useEffect, useRef, useState } from 'react';
import type { OperationInput, OperationValue } from '../../../contract/operations.ts';
import type { Failure, Outcome } from '../../../contract/outcome.ts';
import type { Intent, Sentiment } from '../../../domain/model/codes.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { missingPart, NO_CHOICE, remainingSeconds, toggledIntent, type ReviewChoice } from './review-choice.ts';

/** A message to label. */
export type ToLabel = OperationValue<'check.next'>['messages'][number];
type CheckStatus = OperationValue<'reading.status'>;
/** Which messages are labelled: those of the sample, those of it set aside before, or those that would teach most. */
export type ReviewList = 'sample' | 'skipped' | 'proposals';

/** Labelling one message after another. */
export interface ReviewDesk {
  /** Null while the first ones come, and when none is left. */
  readonly message: ToLabel | null;
  readonly isLoading: boolean;
  readonly choice: ReviewChoice;
  readonly missing: ReturnType<typeof missingPart>;
  readonly status: CheckStatus | null;
  /** Messages of the list behind, and in all. */
  readonly place: { readonly at: number; readonly of: number };
  readonly labelledHere: number;
  /** Seconds to the end at the present pace; null while it is not known. */
  readonly remaining: number | null;
  readonly canGoBack: boolean;
  readonly failure: Failure | null;
  readonly toggle: (intent: Intent) => void;
  readonly tone: (sentiment: Sentiment) => void;
  /** Keeps the choice and goes on at once; what the engine says comes after. `atMs` is when the key was pressed. */
  readonly next: (atMs: number) => void;
  readonly doubt: () => void;
  readonly back: () => void;
}

const BATCH = 50;
const FEW_AHEAD = 10;

const choiceOf = (message: ToLabel | undefined): ReviewChoice => (message?.label == null ? NO_CHOICE : { intents: message.label.intents, sentiment: message.label.sentiment });

/**
 * The desk of a labelling session. Labels are sent one after another behind the person's back; one that fails brings its message
 * up again. The rooms are told when the person leaves, so that nothing is computed anew after every label.
 */
export function useReviewDesk(list: ReviewList): ReviewDesk {
  const workbench = useWorkbench();
  const { bridge } = workbench;
  const [messages, setMessages] = useState<readonly ToLabel[]>([]);
  const [isLoading, setLoading] = useState(true);
  const [at, setAt] = useState(0);
  const [choices, setChoices] = useState<ReadonlyMap<number, ReviewChoice>>(new Map());
  const [status, setStatus] = useState<CheckStatus | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [times, setTimes] = useState<readonly number[]>([]);
  const writing = useRef<Promise<void>>(Promise.resolve());
  const isChanged = useRef(false);
  const [isAsking, setAsking] = useState(false);
  const [isWhole, setWhole] = useState(false);

  const ask = useCallback(async (input: OperationInput<'check.next'>): Promise<readonly ToLabel[]> => {
    const outcome = await bridge.call('check.next', input);
    if (!outcome.ok) {
      setFailure(outcome.failure);
      return [];
    }
    setStatus(outcome.value.status);
    return outcome.value.messages;
  }, [bridge]);

  useEffect(() => {
    let isHere = true;
    const begin = async (): Promise<readonly ToLabel[]> => {
      if (list !== 'proposals') return ask({ size: BATCH, skipped: list === 'skipped' });
      const outcome = await bridge.call('check.proposals', { size: BATCH });
      if (!outcome.ok) {
        setFailure(outcome.failure);
        return [];
      }
      return outcome.value.messages.length === 0 ? [] : ask({ messageIds: outcome.value.messages.map(({ messageId }) => messageId), size: BATCH });
    };
    void begin().then((first) => {
      if (!isHere) return;
      setMessages(first);
      setLoading(false);
    });
    return () => {
      isHere = false;
    };
  }, [ask, bridge, list]);

  // more before the last ones are reached: those drawn after the last one at hand, as far as they are open
  const last = messages.at(-1)?.position ?? null;
  useEffect(() => {
    if (list !== 'sample' || last === null || isAsking || isWhole || messages.length - at > FEW_AHEAD) return;
    setAsking(true);
    const more = async (): Promise<void> => {
      let from = last + 1;
      for (;;) {
        const found = await ask({ fromPosition: from, size: BATCH });
        const open = found.filter(({ label, skipped }) => label === null && !skipped);
        if (open.length > 0) setMessages((known) => [...known, ...open]);
        const end = found.at(-1)?.position ?? null;
        if (end === null || found.length < BATCH) setWhole(true);
        if (open.length > 0 || end === null || found.length < BATCH) break;
        from = end + 1;
      }
      setAsking(false);
    };
    void more();
  }, [ask, at, isAsking, isWhole, last, list, messages.length]);

  // leaving: what was labelled is read and derived anew, once
  useEffect(() => () => {
    if (!isChanged.current) return;
    void writing.current.then(async () => {
      workbench.cache.invalidate();
      await workbench.refresh();
      await workbench.analyse();
    });
  }, [workbench]);

  const message = messages[at] ?? null;
  const choice = (message === null ? undefined : choices.get(message.messageId)) ?? choiceOf(messages[at]);
  const missing = missingPart(choice);
  const send = (place: number, call: () => Promise<Outcome<{ readonly status: CheckStatus }>>): void => {
    isChanged.current = true;
    writing.current = writing.current.then(async () => {
      const outcome = await call();
      if (outcome.ok) {
        setStatus(outcome.value.status);
        setFailure(null);
        return;
      }
      setFailure(outcome.failure);
      setAt(place);
    });
  };
  const choose = (changed: ReviewChoice): void => {
    if (message !== null) setChoices((known) => new Map(known).set(message.messageId, changed));
  };
  const earlier = async (): Promise<void> => {
    const first = messages[0]?.position ?? null;
    if (first === null || first <= 1) return;
    const before = (await ask({ fromPosition: Math.max(1, first - BATCH), size: BATCH })).filter(({ position }) => position !== null && position < first);
    if (before.length === 0) return;
    setMessages((known) => [...before, ...known]);
    setAt(before.length - 1);
  };
  return {
    message, isLoading: isLoading || (message === null && isAsking), choice, missing, status, failure,
    place: { at: Math.min(at, messages.length), of: messages.length }, labelledHere: times.length,
    remaining: remainingSeconds(times, list === 'sample' ? (status?.left ?? 0) : messages.length - at),
    canGoBack: at > 0 || (list === 'sample' && (messages[0]?.position ?? 1) > 1),
    toggle: (intent) => choose(toggledIntent(choice, intent)),
    tone: (sentiment) => choose({ ...choice, sentiment }),
    next(atMs) {
      if (message === null || missing !== null) return;
      const { messageId } = message;
      send(at, () => bridge.call('check.label', { messageId, intents: [...choice.intents], sentiment: choice.sentiment, origin: list === 'proposals' ? 'proposal' : 'sample' }));
      choose(choice);
      setTimes((known) => [...known, atMs]);
      setAt(at + 1);
    },
    doubt() {
      if (message === null) return;
      const { messageId } = message;
      // a proposed message that cannot be decided is simply passed over
      if (list !== 'proposals') send(at, () => bridge.call('check.skip', { messageId, skipped: true }));
      setAt(at + 1);
    },
    back() {
      if (at > 0) setAt(at - 1);
      else if (list === 'sample') void earlier();
    },
  };
}
