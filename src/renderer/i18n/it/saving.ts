/** Italian words for saving the project as another file. */
export const saving = {
  as: 'Salva con nome', copy: 'Salva una copia',
  textAs: 'Il progetto intero va in un nuovo file, e da lì in poi si lavora in quello. Il file di adesso resta com’è.',
  textCopy: 'Il progetto intero va in un nuovo file. Si continua a lavorare in quello di adesso.',
  textClosed: 'Il progetto intero va in un nuovo file, che si apre e si può modificare. Quello di adesso resta com’è.',
  name: 'Nome della copia', suggested: '{{name}} copia', folder: 'Nella cartella dei progetti. Cronologia e decisioni sono comprese; le copie di sicurezza restano accanto al file di adesso.',
  save: 'Salva', replace: 'Sostituisci', taken: '«{{name}}» c’è già. Sostituendolo, il progetto che c’era resta fra le copie di sicurezza di quello nuovo.',
  saving: 'Salvataggio in corso', saved: 'Copia salvata: «{{name}}»', inCopy: 'Ora si lavora in «{{name}}»', open: 'Apri la copia',
  lockedTitle: 'Qui non si può importare', lockedText: 'Il progetto è aperto in sola lettura: il file, o la cartella in cui si trova, è protetto. Con una copia salvata altrove si lavora come sempre.', lockedCopy: 'Salva una copia e continua lì',
} as const;
