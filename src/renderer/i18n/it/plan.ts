/** Italian words of the plan on one page, its calendar, and the canvas on paper. */
export const plan = {
  title: 'Il piano in una pagina',
  subtitle_zero: 'Nessuna attività finora: entrano le evidenze accolte e le schede strategiche con un responsabile o una data',
  subtitle_one: '{{n}} attività: {{owned}} con responsabile e data, {{late}} oltre la data',
  subtitle_other: '{{n}} attività: {{owned}} con responsabile e data, {{late}} oltre la data',
  print: 'Stampa',
  saveTable: 'Salva come tabella',
  saveCalendar: 'Salva come calendario (.ics)',
  undated_one: '{{n}} attività senza data non entra nel calendario salvato.',
  undated_other: '{{n}} attività senza data non entrano nel calendario salvato.',
  decisions: 'Decisioni da e per un’altra copia',
  facts: { next: 'Prossima data', nextNone: 'nessuna data', nextWhat: '{{what}} · {{owner}}', steps: 'Cinque passi', stepsReached_zero: 'nessuno raggiunto finora', stepsReached_one: '{{n}} raggiunto su {{of}}: {{name}}', stepsReached_other: '{{n}} raggiunti su {{of}}, fino a: {{name}}', stepsOpen: 'Apri i cinque passi', target: 'Obiettivo di gioco', targetNone: 'nessun obiettivo scritto', targetLine: '{{line}} {{share}}', targetOpen: 'Apri il modulo di gioco', late: 'Oltre la data', lateNone: 'nessuna' },
  findings: { title: 'Evidenze accolte', none: 'Nessuna evidenza accolta finora: si accolgono nell’elenco.' },
  canvases: { title: 'Schede strategiche per tribù', none: 'Nessuna scheda scritta finora.', caption: 'Schede strategiche: compito, attività, responsabile e data', tribe: 'Tribù', task: 'Compito', activity: 'Attività', owner: 'Responsabile', due: 'Entro', state: 'Stato', blank: 'da scrivere', open: 'Apri la scheda: {{tribe}}' },
  calendar: {
    title: 'Calendario', subtitle: 'Evidenze, schede, valore smistato e ipotesi nel giorno in cui scadono o si giudicano', view: 'Mostra come', month: 'mese', list: 'elenco', previous: 'Mese precedente', next: 'Mese successivo', grid: 'Calendario di {{month}}', keys: 'Con le frecce ci si sposta di giorno in giorno, con Pagina su e giù di mese in mese; Invio apre la prima voce del giorno.',
    kinds: { finding: 'evidenza', canvas: 'scheda', piece: 'pezzo di valore', hypothesis: 'ipotesi da giudicare' }, late: 'oltre la data', noDate: 'senza data', caption: 'Attività per data', what: 'Che cosa', kind: 'Tipo', owner: 'Responsabile', due: 'Entro', state: 'Stato', tribe: 'Tribù', empty: 'Nessuna attività in questo mese.', open: '{{what}}: apri', canvasOf: 'Scheda strategica: {{tribe}}', noOwner: 'nessun responsabile', more_one: 'e {{n}} altra', more_other: 'e altre {{n}}',
    day_zero: '{{date}}, nessuna attività', day_one: '{{date}}, {{n}} attività', day_other: '{{date}}, {{n}} attività',
  },
  paper: {
    title: 'Scheda strategica', question: 'Su un foglio A3: da riempire a mano o da mettere sul tavolo.', back: 'Torna alla scheda', print: 'Stampa su A3', printOne: 'Stampa questa scheda', printBlank: 'Stampa una scheda vuota', blankTitle: 'Scheda strategica', tribe: 'Tribù', people_one: '{{n}} persona', people_other: '{{n}} persone', owner: 'Responsabile', due: 'Entro', state: 'Stato', target: 'Obiettivo dichiarato', costs: 'Costo di una persona coinvolta', costsText: 'Cifre di chi ha scritto la scheda: qui non si stima nulla.', mine: 'Questa tribù', mass: 'Campagna di massa', range: 'da {{low}} a {{high}} {{currency}}', evidence: 'Evidenza', noEvidence: 'nessuna evidenza legata', weak: 'Attenzione: {{standing}}', foot: '{{project}} · stampata il {{date}}',
  },
};
