/** Italian words of the first page on any past day. */
export const pastPage = {
  title_zero: 'Il {{date}} chi apriva le pagine non trovava critiche senza risposta tra i primi {{most}} elementi',
  title_one: 'Il {{date}} chi apriva le pagine trovava {{n}} critica senza risposta tra i primi {{most}} elementi',
  title_other: 'Il {{date}} chi apriva le pagine trovava {{n}} critiche senza risposta tra i primi {{most}} elementi',
  empty: 'Nessuna pagina del brand con date note: la prima pagina di un giorno passato non si può mostrare',
  subtitle: 'La pagina per data, con solo ciò che esisteva allora. L’ordine vero lo decide la rete; ciò che è stato tolto prima dell’esportazione qui non si vede.',
  day: 'Giorno', slider: 'Giorno della pagina',
  column: { container: 'Pagina', open: 'Critiche aperte', oldest: 'La più vecchia', own: 'Post del brand', items: 'Elementi guardati', hidden: 'Nascosti o senza data' },
  unknown: 'risposte non nei dati', of: '{{n}} di {{total}}',
  shown: {
    title: 'Che cosa si vedeva: {{container}}', subtitle: 'I primi {{n}} elementi il {{date}}, dal più recente.', list: 'Elementi della pagina', own: 'Del brand', public: 'Del pubblico', noText: 'testo non nei dati',
    below_one: '{{n}} messaggio sotto', below_other: '{{n}} messaggi sotto', open_one: '{{n}} critica senza risposta', open_other: '{{n}} critiche senza risposta', gone: 'scomparso: un’esportazione del {{date}} non lo ha più',
    mixTitle: 'Che cosa il brand vi mostrava', mix: '{{act}}: {{n}}', mixNone: 'Nessun post del brand tra i primi elementi.', against_zero: 'Nella stessa pagina, nessuna critica senza risposta.', against_one: 'Nella stessa pagina, {{n}} critica senza risposta.', against_other: 'Nella stessa pagina, {{n}} critiche senza risposta.', unread: 'non letto', openAll: 'Apri le critiche aperte',
  },
  weeks: {
    title_zero: 'In nessuna settimana ci sono state critiche aperte in prima pagina', title_one: 'Al massimo {{n}} critica aperta in prima pagina, nella settimana del {{date}}', title_other: 'Al massimo {{n}} critiche aperte in prima pagina, nella settimana del {{date}}',
    subtitle_one: 'Critiche senza risposta tra i primi {{most}} elementi alla fine di ogni settimana, su {{n}} pagina.', subtitle_other: 'Critiche senza risposta tra i primi {{most}} elementi alla fine di ogni settimana, su {{n}} pagine.', label: 'Critiche aperte in prima pagina alla fine della settimana', week: 'Settimana', open: 'Aperte', came: 'Arrivate', openOn_one: '{{n}} aperta', openOn_other: '{{n}} aperte', cameOn_one: '{{n}} arrivata nella settimana', cameOn_other: '{{n}} arrivate nella settimana',
    left_one: '{{n}} pagina resta fuori: le sue risposte non sono nei dati.', left_other: '{{n}} pagine restano fuori: le loro risposte non sono nei dati.', undated_one: '{{n}} elemento senza data resta fuori.', undated_other: '{{n}} elementi senza data restano fuori.',
    stay: 'Metà delle critiche lascia la prima pagina in {{time}} (tra {{low}} e {{high}}).', stayOpen: 'Metà delle critiche lascia la prima pagina in {{time}}.', stayMore: 'Più di metà delle critiche è ancora in prima pagina dopo {{time}}.', stayFew: 'Troppo poche critiche in prima pagina per dire quanto restano ({{n}}).',
    ends: 'Su {{n}}: {{answered}} con risposta, {{pushed}} spinte giù senza risposta, {{vanished}} scomparse, {{open}} ancora lì.', openStays: 'Apri i messaggi', definition: 'Quanto resta in prima pagina',
  },
} as const;
