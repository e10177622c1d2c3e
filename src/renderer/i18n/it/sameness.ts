/** Italian words of how alike the programmes of brands are, a view of the room of strategy. */
export const sameness = {
  compared: { label: 'Si confronta', posts: 'ciò che i brand pubblicano', all: 'tutto ciò che scrivono' },
  title: {
    one: 'Un solo brand con abbastanza messaggi: non c’è con chi confrontarlo',
    none: 'Nessun brand ha abbastanza messaggi per un confronto',
    few: 'Nessuna coppia di brand ha abbastanza messaggi sulle stesse reti e negli stessi mesi',
    same: 'Il programma di {{one}} non si distingue da quello di {{other}}',
    later: 'Il programma più vicino a quello di {{one}} è di {{other}}: distanza {{distance}}; se il caso ne darebbe altrettanta è ancora in calcolo',
    near: 'Il programma più vicino a quello di {{one}} è di {{other}}: distanza {{distance}} (tra {{low}} e {{high}})',
  },
  subtitle: 'Distanza fra le quote di ciò che i messaggi fanno: 0 lo stesso programma, 1 nulla in comune. Solo le reti e i mesi che ci sono per entrambi; {{draws}} estrazioni di conversazioni',
  pair: '{{one}} e {{other}}', label: 'Distanza fra programmi', zero: 'lo stesso programma', farther: 'più diversi',
  value: '{{distance}}', tooFew: 'troppo pochi messaggi', range: 'Distanza {{distance}}, tra {{low}} e {{high}}', chance: 'Due campioni dello stesso programma darebbero {{chance}}, al massimo {{high}}', pairOf: 'Messaggi confrontati: {{a}} e {{b}}', apart: 'Restano fuori {{a}} e {{b}}: su reti o in mesi che l’altro non ha', gap: 'Di più in {{one}}: {{act}} ({{points}} su 100 in più)', gapLess: 'Di meno in {{one}}: {{act}} ({{points}} su 100 in meno)',
  columns: { pair: 'Brand', distance: 'Distanza', range: 'Intervallo', chance: 'Per caso, al massimo', n: 'Messaggi' },
  key: 'Il trattino è la distanza che due campioni dello stesso programma non superano 97 volte su 100.',
  few: 'Senza confronto per i troppo pochi messaggi ({{least}} letti è il minimo): {{list}}.', fewOne: '{{brand}} ({{n}})', leftOut_one: 'Resta fuori {{n}} brand con meno messaggi.', leftOut_other: 'Restano fuori {{n}} brand con meno messaggi.', fewMore_one: '{{n}} altro', fewMore_other: '{{n}} altri',
  mix: { title: 'Che cosa fa ogni brand', subtitle: 'Su 100 messaggi letti; un messaggio che fa due cose si divide fra le due', brand: 'Brand', n: 'Messaggi', unread: '{{n}} non letti', cell: '{{brand}}, {{act}}: {{share}} su 100' },
  again: { title: 'Lo stesso messaggio, di nuovo', subtitle: 'Quanti messaggi dicono quasi parola per parola ciò che sta altrove', elsewhere: 'Su un’altra rete', repeated: 'Sulla stessa rete', others: 'Di un altro brand', oneNetwork: 'una sola rete', cell: '{{brand}}, {{what}}: {{figure}}', alone: 'un solo brand' },
  tones: { title: 'Emozione e informazione', subtitle: 'Fra contenuti e promozioni in cui il lettore riconosce l’una o l’altra', emotional: 'Solo emozione', informative: 'Solo informazione', both: 'Entrambe' },
  kOfN: '{{k}} su {{n}}', inHundred: '{{share}} su 100 (tra {{low}} e {{high}})',
};
