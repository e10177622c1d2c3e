import { useCallback, useMemo, useState } from 'react';
import type { Failure } from '../../../contract/outcome.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useCalmAnalysis } from '../../state/use-calm-analysis.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import type { WrittenNote } from '../../ui/NoteEditor.tsx';
import { askedLabels, choiceWords, standingChoice, type LabelChoice, type LabelRequest } from './label-choice.ts';
import type { MessageRow } from './MessageText.tsx';

/** What is open under one message of a list: why its labels are there, or the choice of other ones. */
export type OpenedMessage = { readonly messageId: number; readonly kind: 'explain'; readonly code: string | null } | { readonly messageId: number; readonly kind: 'correct' | 'note' };

/** Looking into the reading of messages, and putting it right. */
export interface MessageDesk {
  readonly opened: OpenedMessage | null;
  /** Opens why a label is there; the same again closes it. */
  readonly explain: (messageId: number, code: string | null) => void;
  readonly correct: (messageId: number) => void;
  /** Opens the note of a message. */
  readonly annotate: (messageId: number) => void;
  /** Makes a note hold; empty, it is taken away. */
  readonly saveNote: (messageId: number, note: WrittenNote) => Promise<boolean>;
  readonly close: () => void;
  /** Makes a choice hold; true when it does. */
  readonly save: (message: MessageRow, choice: LabelChoice) => Promise<boolean>;
  /** Gives a message back to the automatic reading. */
  readonly takeBack: (message: MessageRow) => Promise<boolean>;
  /** What the last correction changed, while undo would take it back. */
  readonly note: { readonly messageId: number; readonly text: string } | null;
  readonly undo: () => void;
  readonly failure: { readonly messageId: number; readonly failure: Failure } | null;
  readonly canCorrect: boolean;
}

interface Correction {
  readonly messageId: number;
  readonly text: string;
  readonly dataVersion: number;
}

/** The desk of one list: at most one message is open, at most one correction is spoken of. */
export function useMessageDesk(): MessageDesk {
  const workbench = useWorkbench();
  const voice = useChartVoice();
  const project = useProject();
  const analyse = useCalmAnalysis();
  const [opened, setOpened] = useState<OpenedMessage | null>(null);
  const [last, setLast] = useState<Correction | null>(null);
  const [failure, setFailure] = useState<MessageDesk['failure']>(null);
  const close = useCallback(() => setOpened(null), []);
  const ask = useCallback(async (request: LabelRequest, text: string): Promise<boolean> => {
    const { messageId } = request;
    const outcome = await workbench.run('labels.set', { labels: [request] });
    setFailure(outcome.ok ? null : { messageId, failure: outcome.failure });
    if (!outcome.ok) return false;
    await workbench.refresh();
    setLast({ messageId, text, dataVersion: outcome.value.dataVersion });
    setOpened(null);
    analyse();
    return true;
  }, [workbench, analyse]);
  const saveNote = useCallback(async (messageId: number, note: WrittenNote): Promise<boolean> => {
    const outcome = await workbench.run('notes.save', { subject: { kind: 'message', messageId }, ...note });
    setFailure(outcome.ok ? null : { messageId, failure: outcome.failure });
    if (outcome.ok) setOpened(null);
    return outcome.ok;
  }, [workbench]);
  const undo = useCallback(async (): Promise<void> => {
    const outcome = await workbench.run('history.undo', {});
    if (outcome.ok) analyse();
    else workbench.failure.set(outcome.failure);
  }, [workbench, analyse]);
  return useMemo(() => ({
    opened, close, failure,
    explain: (messageId, code) => setOpened((now) => (now?.messageId === messageId && now.kind === 'explain' && (now.code === code || code === null) ? null : { messageId, kind: 'explain', code })),
    correct: (messageId) => setOpened({ messageId, kind: 'correct' }),
    annotate: (messageId) => setOpened({ messageId, kind: 'note' }),
    saveNote,
    save: async (message, choice) => {
      const request = askedLabels(message, choice);
      if (request === null) {
        setOpened(null);
        return true;
      }
      return ask(request, voice.text('reading.correct.changed', { before: choiceWords(standingChoice(message), voice), after: choiceWords(choice, voice) }));
    },
    takeBack: (message) => ask({ messageId: message.messageId, intents: null, acts: null, sentiment: null }, voice.text('reading.correct.takenBack', { before: choiceWords(standingChoice(message), voice) })),
    // any other change of the project makes this one no longer the one that undo takes back
    note: last !== null && last.dataVersion === project.dataVersion ? last : null,
    undo: () => void undo(),
    canCorrect: !project.readOnly,
  }), [opened, close, failure, ask, saveNote, undo, voice, last, project.dataVersion, project.readOnly]);
}
