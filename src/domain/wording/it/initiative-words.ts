/** Italian sentences of the account of an initiative: what happened, never why. */
export const initiativeWords = {
  sentence: {
    people: {
      none: 'I dati non tengono intero il periodo di “{{name}}”.',
      above_one: 'Durante “{{name}}” ha scritto {{n}} persona, più del solito: in un periodo così lungo sono tra {{low}} e {{high}}.',
      above_other: 'Durante “{{name}}” hanno scritto {{n}} persone, più del solito: in un periodo così lungo sono tra {{low}} e {{high}}.',
      below_one: 'Durante “{{name}}” ha scritto {{n}} persona, meno del solito: in un periodo così lungo sono tra {{low}} e {{high}}.',
      below_other: 'Durante “{{name}}” hanno scritto {{n}} persone, meno del solito: in un periodo così lungo sono tra {{low}} e {{high}}.',
      usual_one: 'Durante “{{name}}” ha scritto {{n}} persona, come al solito: in un periodo così lungo sono tra {{low}} e {{high}}.',
      usual_other: 'Durante “{{name}}” hanno scritto {{n}} persone, come al solito: in un periodo così lungo sono tra {{low}} e {{high}}.',
      short_one: 'Durante “{{name}}” ha scritto {{n}} persona; la serie prima è troppo breve per dire se è più del solito.',
      short_other: 'Durante “{{name}}” hanno scritto {{n}} persone; la serie prima è troppo breve per dire se sono più del solito.',
    },
    pace: {
      fell_one: 'Dal picco del {{date}} i messaggi si sono dimezzati in {{n}} giorno.',
      fell_other: 'Dal picco del {{date}} i messaggi si sono dimezzati in {{n}} giorni.',
      fellBetween_one: 'Dal picco del {{date}} i messaggi si sono dimezzati in {{n}} giorno (tra {{low}} e {{high}}).',
      fellBetween_other: 'Dal picco del {{date}} i messaggi si sono dimezzati in {{n}} giorni (tra {{low}} e {{high}}).',
      still_one: 'Dal picco del {{date}} i messaggi non si sono dimezzati, in {{n}} giorno osservato.',
      still_other: 'Dal picco del {{date}} i messaggi non si sono dimezzati, in {{n}} giorni osservati.',
    },
    stayed: {
      counted_one: 'Di {{n}} persona arrivata con l’iniziativa, dopo 30 giorni scriveva ancora {{k}}.',
      counted_other: 'Di {{n}} persone arrivate con l’iniziativa, dopo 30 giorni scrivevano ancora {{k}}.',
      more: 'Dopo 30 giorni scriveva ancora {{share}} su 100 di chi è arrivato con l’iniziativa e {{other}} su 100 di chi è arrivato altrimenti negli stessi giorni: di più.',
      less: 'Dopo 30 giorni scriveva ancora {{share}} su 100 di chi è arrivato con l’iniziativa e {{other}} su 100 di chi è arrivato altrimenti negli stessi giorni: di meno.',
      unclear: 'Dopo 30 giorni scriveva ancora {{share}} su 100 di chi è arrivato con l’iniziativa e {{other}} su 100 di chi è arrivato altrimenti negli stessi giorni: la differenza non è chiara.',
    },
    prediction: {
      reached: 'La previsione registrata prima è raggiunta.', 'not-reached': 'La previsione registrata prima non è raggiunta.', 'no-effect': 'La previsione registrata prima: nessun effetto chiaro.',
      undecided: 'Della previsione registrata prima non si può dire.', 'too-few': 'La previsione registrata prima ha troppo pochi casi per un verdetto.', waiting: 'La previsione registrata prima non è ancora giudicata.',
      late: 'L’obiettivo collegato è stato registrato quando l’iniziativa era cominciata: non conta come previsione.', void: 'L’obiettivo collegato non era una prova, o è stato ritirato: non conta come previsione.',
    },
  },
} as const;
