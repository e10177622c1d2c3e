/** A language of the made-up exports: phrases by who says them, `{}` standing for a word of the vocabulary, and its commonest words, the commonest first. */
export interface MadeUpLanguage {
  readonly asks: readonly string[];
  readonly answers: readonly string[];
  readonly goesOn: readonly string[];
  readonly peers: readonly string[];
  readonly common: readonly string[];
  /** What further words are put together from. */
  readonly syllables: readonly string[];
}

const list = (text: string): readonly string[] => text.trim().split(/\s*\|\s*/u);
const words = (text: string): readonly string[] => text.trim().split(/\s+/u);

const SYLLABLES = words('ba be bi bo ca ce ci co da de di do fa fe fi fo ga ge gi go la le li lo ma me mi mo na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi vo za zo tra pre spo gri sta flo cle bru');

/** English, Italian, and three that the reader does not know. Authors write in one of them. */
export const LANGUAGES = {
  en: {
    asks: list(`where is my {} order?|my {} has been broken since this morning|how do I change the {} on my account?|the {} still does not work after the update|is there a {} near the station on Sunday?|how much is the {} with a student card?|I have been waiting for my {} for two weeks|can you please help me with the {}?|your {} is the worst I have ever seen|I would love a {} in a smaller size|why don't you offer {} as well?|I want to buy a {}, do you have it in blue?|my flight was cancelled and nobody tells us about the {}|you charged me twice for the {}|just got my {} and I love it|does the {} come with a charger?|the app says error again when I open {}|is the {} free of gluten?|thanks to your team for the {} today|which {} would you recommend for a beginner?|should I take the {} or the other one?|still no refund for the {}|parcel arrived, {} missing|the {} at your shop in town was lovely`),
    answers: list(`Hi, sorry to hear that. Please send us a DM with your {} number so we can look into it.|Thanks for reaching out! The {} is available from Monday.|We are sorry about the delay with your {}. We will get back to you by tomorrow.|You can change this under settings, then {}.|Great to hear that you like the {}!|Our team is aware of the problem with {} and is working on it.|Could you tell us which {} you are using?|We have refunded the {}, it takes three to five days.|Please have a look at our page about {}: it explains every step.|That is not the {} we want for you. We have passed it on to the shop.|The {} costs 24.90 and comes with two years of guarantee.`),
    goesOn: list(`thanks, that worked|still the same with the {}|I sent you a DM three days ago|great, thank you so much!|that does not answer my question about the {}|ok|it is the {} from last year|no, I already tried that|when will I hear about the {}?|done, waiting for you`),
    peers: list(`same here, my {} does that too|try to restart the {}, it worked for me|you have to go to settings and switch off {}|I had the same and they never answered|mine arrived after ten days, do not worry|the {} is much better, I use it every day|do not buy it, the {} breaks after a month|lol|did you get your {} in the end?|they told me the {} is coming next month|you can return the {} at any shop`),
    common: words('the to and you for my it is on a i of in your have that not with this me so be just are but was we can get no at do all from out up now will if or been about when what how why time day help please thanks need new phone order service app account number card delivery train price store team update battery screen call email today tomorrow week problem refund website ticket seat bag shirt size colour coffee machine cup water garden kitchen music charger cable router signal bill plan discount code password driver station platform window door review photo camera video game match'),
    syllables: [...SYLLABLES, 'ing', 'er', 'ton', 'ly', 'ness', 'ck', 'th'],
  },
  it: {
    asks: list(`dov'è il mio ordine di {}?|il mio {} non funziona più da stamattina|come faccio a cambiare {} sul mio conto?|dopo l'aggiornamento {} non va ancora|domenica c'è un {} aperto vicino alla stazione?|quanto costa {} con la tessera?|aspetto {} da due settimane, è una vergogna|mi potete aiutare con {} per favore?|il vostro {} è il peggiore che abbia mai visto|sarebbe bello avere {} anche in piccolo|perché non fate anche {}?|vorrei comprare {}, lo avete in blu?|treno cancellato e nessuno ci dice niente di {}|mi avete addebitato due volte {}|appena arrivato {}, bellissimo|{} ha il caricatore nella scatola?|l'app dà errore quando apro {}|{} è senza glutine?|grazie alla ragazza del negozio per {}|quale {} mi consigliate per iniziare?|meglio {} o l'altro?|ancora nessun rimborso per {}|pacco arrivato, manca {}|{} nel negozio in centro è stupendo`),
    answers: list(`Ciao, ci dispiace. Scrivici in privato il numero di {} così controlliamo subito.|Grazie per averci scritto! {} è disponibile da lunedì.|Ci scusiamo per il ritardo di {}. Ti rispondiamo entro domani.|Puoi cambiarlo nelle impostazioni, alla voce {}.|Che bello sapere che {} ti piace!|Conosciamo il problema di {} e ci stiamo lavorando.|Ci dici quale {} stai usando?|Abbiamo rimborsato {}, servono da tre a cinque giorni.|Trovi tutto nella pagina su {}.|Non è così che vogliamo {}. Abbiamo segnalato al negozio.|{} costa 24,90 euro e ha due anni di garanzia.`),
    goesOn: list(`grazie, ora funziona|sempre uguale con {}|vi ho scritto in privato tre giorni fa|perfetto, grazie mille!|non avete risposto alla domanda su {}|ok|è {} dell'anno scorso|no, già provato|quando mi fate sapere di {}?|fatto, aspetto`),
    peers: list(`anche a me {} fa così|prova a spegnere {}, con me ha funzionato|devi andare nelle impostazioni e togliere {}|stessa cosa, mai una risposta|il mio è arrivato dopo dieci giorni, tranquilla|{} è molto meglio, lo uso tutti i giorni|non compratelo, {} si rompe dopo un mese|ahah|alla fine ti è arrivato {}?|a me hanno detto che {} arriva il mese prossimo|puoi rendere {} in qualsiasi negozio`),
    common: words('che di e la il non un per è mi una in ho con ma si da le sono come del lo della vi anche se più ci perché ancora tutto fatto grazie quando oggi domani sempre solo poi molto bene servizio ordine pacco numero conto carta treno prezzo negozio aggiornamento batteria schermo telefono rimborso sito biglietto posto valigia maglia taglia colore caffè macchina tazza acqua giardino cucina musica caricatore cavo modem linea bolletta offerta sconto codice password autista stazione binario finestra porta recensione foto video partita scarpe borsa latte pane pasta gelato'),
    syllables: [...SYLLABLES, 'zione', 'mente', 'ino', 'etta', 'gli', 'sci', 'che'],
  },
  es: {
    asks: list(`¿dónde está mi pedido de {}?|mi {} no funciona desde ayer|¿cuánto cuesta {} con la tarjeta?|llevo dos semanas esperando {}|¿me podéis ayudar con {} por favor?`),
    answers: list(`Hola, lo sentimos. Envíanos un mensaje privado con el número de {}.|Gracias por escribirnos, {} estará disponible el lunes.`),
    goesOn: list(`gracias, ya funciona|sigue igual con {}|vale`),
    peers: list(`a mí también me pasa con {}|prueba a apagar {}|el mío llegó a los diez días`),
    common: words('de la que el en y a los se no un por con una su para es al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante pedido tienda precio tarjeta número cuenta servicio teléfono pantalla tren billete'),
    syllables: [...SYLLABLES, 'ción', 'mente', 'dad', 'ero'],
  },
  fr: {
    asks: list(`où est ma commande de {} ?|mon {} ne marche plus depuis hier|combien coûte {} avec la carte ?|j'attends {} depuis deux semaines|pouvez-vous m'aider avec {} ?`),
    answers: list(`Bonjour, désolés pour cela. Envoyez-nous un message privé avec le numéro de {}.|Merci de nous écrire, {} sera disponible lundi.`),
    goesOn: list(`merci, ça marche|toujours pareil avec {}|d'accord`),
    peers: list(`moi aussi avec {}|essaie d'éteindre {}|le mien est arrivé après dix jours`),
    common: words('de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec son mais comme on tout nous sa fait été aussi leur bien peut ces commande magasin prix carte numéro compte service téléphone écran train billet'),
    syllables: [...SYLLABLES, 'tion', 'ment', 'eux', 'ette'],
  },
  de: {
    asks: list(`wo bleibt meine Bestellung mit {}?|mein {} geht seit gestern nicht mehr|was kostet {} mit der Karte?|ich warte seit zwei Wochen auf {}|könnt ihr mir bitte mit {} helfen?`),
    answers: list(`Hallo, das tut uns leid. Bitte schick uns eine Nachricht mit der Nummer von {}.|Danke für deine Nachricht, {} gibt es ab Montag.`),
    goesOn: list(`danke, jetzt geht es|immer noch das Gleiche mit {}|alles klar`),
    peers: list(`bei mir ist {} auch so|schalte {} einmal aus|meins kam nach zehn Tagen`),
    common: words('der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man Bestellung Laden Preis Karte Nummer Konto Dienst Telefon Bildschirm Zug'),
    syllables: [...SYLLABLES, 'ung', 'heit', 'chen', 'sch'],
  },
} as const satisfies Readonly<Record<string, MadeUpLanguage>>;

/** A brand of the made-up exports: of whose people it is, how often it answers at all, and how much is written to it. */
export interface MadeUpBrand {
  readonly handle: string;
  readonly isItalian: boolean;
  readonly answers: number;
  readonly share: number;
}

/** Shares add up to 1 among the brands of one language. */
export const BRANDS: readonly MadeUpBrand[] = [
  { handle: 'AuroraHelp', isItalian: false, answers: 0.82, share: 0.34 },
  { handle: 'NordLineCare', isItalian: false, answers: 0.64, share: 0.22 },
  { handle: 'FastParcelUK', isItalian: false, answers: 0.91, share: 0.16 },
  { handle: 'BlueRailInfo', isItalian: false, answers: 0.47, share: 0.13 },
  { handle: 'PixelPhoneAsk', isItalian: false, answers: 0.7, share: 0.09 },
  { handle: 'SunAirSupport', isItalian: false, answers: 0.33, share: 0.06 },
  { handle: 'TeleVivaIT', isItalian: true, answers: 0.76, share: 0.62 },
  { handle: 'CasaBancaHelp', isItalian: true, answers: 0.52, share: 0.38 },
];
