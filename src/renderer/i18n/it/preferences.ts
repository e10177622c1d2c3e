/** Words of the preferences. */
export const preferences = {
  title: 'Preferenze',
  command: 'Preferenze',
  all: 'Tutte le preferenze',
  window: { title: 'Su questo computer' },
  project: { title: 'In questo progetto' },
  density: { label: 'Densità', comfortable: 'Comoda', compact: 'Compatta' },
  csv: {
    label: 'Tabelle CSV', language: 'Come la lingua', semicolon: 'Punto e virgola', comma: 'Virgola',
    note: {
      language: 'In italiano punto e virgola e virgola decimale, in inglese virgola e punto decimale. Vale per ogni CSV che viene scritto.',
      semicolon: 'Punto e virgola, virgola decimale e segno UTF-8 all’inizio: come li apre Excel in italiano. Vale per ogni CSV che viene scritto.',
      comma: 'Virgola, punto decimale e UTF-8 senza segni all’inizio: come li leggono i programmi. Vale per ogni CSV che viene scritto.',
    },
  },
  zone: {
    label: 'Fuso orario',
    note: 'In questo fuso gli orari si mostrano e si contano: ore, giorni, settimane, mesi e le date scritte nelle promesse.',
    looking: 'Calcolo di che cosa cambierebbe…',
    nothing: 'Nessun messaggio cambierebbe giorno. Le ore si conterebbero nel nuovo fuso, dopo una nuova analisi.',
    effect_one: '{{n}} messaggio su {{total}} cadrebbe in un altro giorno (in un altro mese: {{months}}). Ore, giorni e settimane si contano di nuovo con un’analisi; la modifica si può annullare.',
    effect_other: '{{n}} messaggi su {{total}} cadrebbero in un altro giorno (in un altro mese: {{months}}). Ore, giorni e settimane si contano di nuovo con un’analisi; la modifica si può annullare.',
    set: 'Usa questo fuso',
    leave: 'Lascia com’è',
  },
  week: { label: 'La settimana comincia di', monday: 'Lunedì', saturday: 'Sabato', sunday: 'Domenica', note: 'Vale per i grafici e per ciò che si conta a settimane. Il nome resta quello della settimana ISO di cui contiene il giovedì.' },
  floors: { people: 'Persone, almeno', cases: 'Casi, almeno', note: 'Sotto queste soglie una cifra non si dà: resta il conteggio, senza percentuale. Vale in ogni vista, nei report e nelle risposte del programma; le definizioni chiedono già 5 persone e 30 casi, e meno non si può.' },
  hours: { label: 'Orari di apertura', open: 'Apri gli orari' },
} as const;
