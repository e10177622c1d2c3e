/** English words of the room of trust. */
export const trust = {
  question: 'What does trust rest on, part by part?',
};
