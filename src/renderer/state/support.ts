import { createStore } from './store.ts';

/** Which of the two sheets of help is open: what the program is, or what helps to understand a fault. */
export const openedSupport = createStore<'about' | 'diagnostics' | null>(null);
