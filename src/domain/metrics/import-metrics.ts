import type { Metric } from './metric.ts';

/** Definitions of what an import's account and the people room show. */
export const IMPORT_METRICS: readonly Metric[] = [
  {
    id: 'coverage-share', version: 1, unit: 'share', formula: 'min(imported, declared) summed / declared summed, over posts and messages that declare a number', source: 'own definition',
    it: { name: 'copertura', definition: 'Quante delle risposte che post e messaggi dichiarano sono davvero nei dati. Un elenco di post con i conteggi (per esempio da Business Suite) fa da metro ai file di commenti.', limits: 'Dove nessuno dichiara un numero non si può misurare. I conteggi possono comprendere commenti nascosti o tolti.' },
    en: { name: 'coverage', definition: 'How many of the replies that posts and messages declare are really in the data. A list of posts with counts (from Business Suite, say) is the yardstick for files of comments.', limits: 'Where nobody declares a number it cannot be measured. Counts may include hidden or removed comments.' },
  },
  {
    id: 'vanished', version: 1, unit: 'messages', formula: 'held before; inside the threads, dates and limits that a later export covers; absent from it', source: 'own definition',
    it: { name: 'messaggi spariti', definition: 'Messaggi che c’erano e che una nuova esportazione della stessa pagina non contiene più, pur coprendone la conversazione e le date. Fuori da ciò che copre si dice «non riesportati».', limits: 'La causa non si vede: può averli tolti chi scrive, la pagina, la piattaforma o l’esportazione. «Nascosti» si dice solo quando lo scrive il file.' },
    en: { name: 'vanished messages', definition: 'Messages that were there and that a new export of the same page no longer holds, though it covers their thread and dates. Outside what it covers they are “not re-exported”.', limits: 'The cause cannot be seen: author, page, platform or export may have taken them out. “Hidden” is said only when the file says so.' },
  },
  {
    id: 'inferred-share', version: 1, unit: 'share', formula: 'answers found by mention, quotation or nearness in time / answers', source: 'own definition',
    it: { name: 'legami dedotti', definition: 'Quota delle risposte trovate senza un legame scritto: dove la fonte non dice chi risponde a chi, valgono una menzione o una citazione entro 48 ore.', limits: 'Possono essere sbagliati; un interruttore li lascia fuori da tutte le cifre.' },
    en: { name: 'inferred links', definition: 'Share of answers found without a written link: where the source does not say who answers whom, a mention or quotation within 48 hours counts.', limits: 'They may be wrong; one switch leaves them out of every figure.' },
  },
  {
    id: 'likely-copies', version: 1, unit: 'messages', formula: 'same network, author, text and post, times within their precision, different ids', source: 'own definition',
    it: { name: 'probabili doppioni', definition: 'Coppie che sembrano un solo messaggio portato da due strumenti con due identificativi. Finché nessuno decide, contano tutti e due.', limits: 'Chi scrive due volte la stessa cosa in poco tempo può somigliare a un doppione: perciò decide una persona.' },
    en: { name: 'likely copies', definition: 'Pairs that look like one message brought by two tools under two identifiers. Until somebody decides, both count.', limits: 'A person who writes the same thing twice in a short time can look like a copy: that is why a person decides.' },
  },
  {
    id: 'persons', version: 1, unit: 'people', formula: 'connected components of accounts decided to be one person', source: 'own definition',
    it: { name: 'persone', definition: 'Profili uniti quando qualcuno ha deciso che sono la stessa persona; gli altri contano uno per uno. Un nome uguale da solo non propone nulla.', limits: 'Finché le identità non sono riviste si parla di profili, non di persone.' },
    en: { name: 'persons', definition: 'Profiles joined once somebody decided that they are one person; the others count one by one. The same name alone proposes nothing.', limits: 'Until identities are reviewed the word is profiles, not people.' },
  },
  {
    id: 'identity-confidence', version: 1, unit: 'share', formula: 'noisy-or of the reasons’ strengths; handles weigh by how rare they are', source: 'own definition; Fellegi & Sunter 1969, JASA 64(328):1183-1210, for the idea of weighing agreement by rarity',
    it: { name: 'fiducia della proposta', definition: 'Quanto è probabile che due profili siano una persona: stesso nome utente (raro pesa, comune no), stessa impronta dell’indirizzo di posta, un profilo che nomina l’altro.', limits: 'È un ordine di lettura, non una prova: decide una persona.' },
    en: { name: 'confidence of a proposal', definition: 'How likely two profiles are one person: the same handle (a rare one weighs, a common one does not), the same hash of a mail address, one profile naming the other.', limits: 'It orders what to look at; it is no proof. A person decides.' },
  },
  {
    id: 'held-out-desks', version: 1, unit: 'people', formula: 'accounts that a source marks as a firm’s, that wrote, of no brand of the project, not marked as automatic, not said to be a person', source: 'own definition',
    it: { name: 'profili aziendali senza un brand', definition: 'Quanti profili la fonte segna come di un’azienda senza che nessun brand del progetto li abbia. Finché nessuno dice di chi sono contano nei volumi e non fra le persone: né tribù, né dare e avere, né legami, né richieste loro o aiuto dato ad altri. Chi ne fa un brand li mette fra i concorrenti; chi dice che uno è una persona lo fa contare come gli altri.', limits: 'Decide il segno della fonte, mai quanto o come uno scrive: chi aiuta molti in una comunità resta una persona. Una fonte che non segna le aziende non ne mostra nessuna, e lì contano come persone.' },
    en: { name: 'firms’ profiles without a brand', definition: 'How many profiles a source marks as a firm’s while no brand of the project has them. Until somebody says whose they are they count in volumes and not among people: in no tribe, ledger, tie, request of theirs or help given to others. Making a brand of one puts it among competitors; saying that one is a person lets it count like the others.', limits: 'The source’s mark decides, never how much or how one writes: whoever helps many in a community stays a person. A source that does not mark firms shows none, and there they count as people.' },
  },
  {
    id: 'role-confidence', version: 1, unit: 'share', formula: 'strongest sign, raised by further independent ones; applied from .65, proposed from .40', source: 'own rules and lexicons',
    it: { name: 'fiducia del ruolo', definition: 'Quanto segni scritti (profilo, nome, testi) e modi di fare indicano un ruolo. Da .65 un ruolo vale da solo, salvo parlare per il brand, dipendente e automatico, che si confermano sempre a mano.', limits: 'Le regole leggono italiano e inglese. Chi non dice nulla di sé resta senza ruolo.' },
    en: { name: 'confidence of a role', definition: 'How far written signs (profile, name, texts) and ways of behaving point to a role. From .65 a role holds by itself, except speaking for the brand, employee and automatic, which a person always confirms.', limits: 'The rules read Italian and English. Whoever says nothing of themselves has no role.' },
  },
];
