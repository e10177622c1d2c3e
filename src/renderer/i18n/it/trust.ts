/** Italian words of the room of trust (Fiducia). */
export const trust = {
  question: 'Su che cosa si fonda la fiducia, parte per parte?',
};
