import type { OperationInput } from '../../contract/operations.ts';
import { createStore, type Store } from './store.ts';

/** A set of messages, as `messages.list` takes it. */
export type MessageSelection = Omit<OperationInput<'messages.list'>, 'page' | 'size' | 'orderBy'>;

/** What the panel says about the messages it opens with. */
export interface AboutMessages {
  /** The mark or number that was opened, in words. */
  readonly title?: string;
  /** The n shown where it stood; the panel's total equals it. */
  readonly count?: number;
}

/** What stands in the side panel. */
export type Panel =
  | { readonly kind: 'messages'; readonly selection: MessageSelection; readonly about: AboutMessages }
  | { readonly kind: 'metric'; readonly metricId: string }
  | { readonly kind: 'glossary' }
  | { readonly kind: 'notes'; readonly tag: string | null }
  | { readonly kind: 'rejections'; readonly importId: number; readonly file: string };

/** The side panel: at most one thing at a time. */
export interface Panels {
  readonly open: Store<Panel | null>;
  readonly openMessages: (selection: MessageSelection, about?: AboutMessages) => void;
  readonly openMetric: (metricId: string) => void;
  /** All definitions, to be searched. */
  readonly openGlossary: () => void;
  /** The notes of the project, all or those with a tag. */
  readonly openNotes: (tag: string | null) => void;
  readonly openRejections: (importId: number, file: string) => void;
  readonly close: () => void;
}

/** Makes the side panel's state. */
export function createPanels(): Panels {
  const open = createStore<Panel | null>(null);
  return {
    open,
    openMessages(selection, about = {}) {
      open.set({ kind: 'messages', selection, about });
    },
    openMetric(metricId) {
      open.set({ kind: 'metric', metricId });
    },
    openGlossary() {
      open.set({ kind: 'glossary' });
    },
    openNotes(tag) {
      open.set({ kind: 'notes', tag });
    },
    openRejections(importId, file) {
      open.set({ kind: 'rejections', importId, file });
    },
    close() {
      open.set(null);
    },
  };
}
