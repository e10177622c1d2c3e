import type { Metric } from './metric.ts';

/** Definitions of the listening room: requests, waits, outcomes, gaps. */
export const RESPONSE_METRICS: readonly Metric[] = [
  {
    id: 'coverage', version: 1, unit: 'share', formula: 'class of (brand messages present, declared replies, imported replies, caps)', source: 'own definition',
    it: { name: 'copertura', definition: 'Per ogni pagina o canale importato, se le risposte del brand sono nei dati: presenti, presenti in parte o assenti. Si guarda se c’è almeno un messaggio del brand, se le risposte dichiarate dal file superano quelle importate, se molte conversazioni si fermano allo stesso numero tondo.', limits: 'Dice che cosa contiene il file, non che cosa il brand ha fatto.' },
    en: { name: 'coverage', definition: 'For every imported page or channel, whether the brand’s replies are in the data: present, partly present or absent. The signs are whether any brand message exists, whether the file declares more replies than it brings, and whether many threads stop at the same round number.', limits: 'It describes the file, not what the brand did.' },
  },
  {
    id: 'request', version: 3, unit: 'requests', formula: 'inbound ∧ addressed ∧ intents ∩ {information, trouble, idea, purchase, decision} ≠ ∅, follow-ups merged', source: 'own definition',
    it: { name: 'richiesta', definition: 'Un messaggio rivolto al brand che chiede un’informazione, segnala un problema, propone qualcosa, vuole comprare o chiede un parere. I messaggi della stessa persona nella stessa conversazione prima della risposta contano come una richiesta sola, dal primo.', limits: 'Dove la fonte dice soltanto che un messaggio è in entrata, è rivolto al brand solo se nella stessa importazione non scrive il profilo di un’altra azienda. Dipende dalla lettura automatica: finché non è controllata su questi dati, gli errori di lettura avvicinano fra loro i gruppi.' },
    en: { name: 'request', definition: 'A message addressed to the brand that asks for a fact, reports a problem, proposes something, wants to buy or asks for advice. Messages of one person in one thread before the answer count as one request, from the first.', limits: 'Where the source only says that a message is inbound, it is the brand’s only if no desk of another firm writes in the same import. It depends on automatic reading: until that is checked on these data, reading errors pull the groups towards each other.' },
  },
  {
    id: 'outcomes', version: 1, unit: 'requests', formula: 'public + private + nod + silence = requests', source: 'own definition',
    it: { name: 'quattro esiti', definition: 'Come finisce ogni richiesta: risposta pubblica, rimando in privato come prima risposta, cenno (un mi piace del brand, che non è una risposta), silenzio.', limits: 'Se l’aiuto sia arrivato in privato, i dati pubblici non lo dicono. Il cenno si vede solo dove il file lo riporta.' },
    en: { name: 'four outcomes', definition: 'How each request ends: a public answer, being sent to a private channel as first answer, a nod (a like by the brand, which is no answer), or silence.', limits: 'Whether help came in private is not in public data. Nods show only where the file carries them.' },
  },
  {
    id: 'first-response-time', version: 1, unit: 'seconds', formula: 'least t with S(t) ≤ 0.5, S = Kaplan–Meier', source: 'Kaplan & Meier 1958, J. Am. Stat. Assoc. 53(282):457–481',
    it: { name: 'tempo di prima risposta (mediana)', definition: 'Il tempo entro cui metà delle richieste ha avuto una prima risposta del brand. Chi ancora aspetta conta per tutto il tempo che ha aspettato, invece di sparire dal calcolo.', limits: 'Se meno di metà ha avuto risposta non esiste una mediana: si legge «più di» il periodo più lungo osservato.' },
    en: { name: 'first response time (median)', definition: 'The time within which half of the requests had a first answer of the brand. People still waiting count for as long as they have waited instead of dropping out.', limits: 'When fewer than half were answered there is no median: it reads “more than” the longest time observed.' },
  },
  {
    id: 'restricted-mean-wait', version: 1, unit: 'seconds', formula: '∫₀^H S(t) dt, H = 7 days', source: 'Royston & Parmar 2013, BMC Med. Res. Methodol. 13:152',
    it: { name: 'attesa media, contando al massimo 7 giorni', definition: 'Quanto aspetta in media chi scrive, se ogni attesa si conta fino a 7 giorni: l’area sotto la curva d’attesa. Il silenzio pesa per tutti i 7 giorni.', limits: 'Accanto va letta la quota che dopo 7 giorni ancora aspetta. Non si confronta per rapporti, solo per differenze.' },
    en: { name: 'mean wait, counting at most 7 days', definition: 'How long a person waits on average when each wait is counted up to 7 days: the area under the waiting curve. Silence weighs all 7 days.', limits: 'Read it with the share still waiting after 7 days. Compared by differences only, never by ratios.' },
  },
  {
    id: 'answered-share', version: 1, unit: 'share', formula: '1 − S(t) at 1 h, 24 h, 7 d; log(−log) band, Wilson where S is 0 or 1', source: 'Greenwood 1926; Wilson 1927, J. Am. Stat. Assoc. 22:209–212',
    it: { name: 'quota con risposta', definition: 'La quota di richieste che ha avuto una risposta entro 1 ora, 24 ore, 7 giorni, stimata tenendo conto di chi al momento dell’esportazione ancora aspettava.', limits: 'Gli orari noti solo al giorno entrano nella quota a 7 giorni, non in quelle a 1 e 24 ore.' },
    en: { name: 'answered share', definition: 'The share of requests answered within 1 hour, 24 hours and 7 days, estimated with those who were still waiting when the data were collected.', limits: 'Times known only to the day enter the 7-day share, not those at 1 and 24 hours.' },
  },
  {
    id: 'listening-gap', version: 1, unit: 'seconds', formula: 'RMST(k) − RMST(reference), percentile interval over 2,000 draws of authors', source: 'own definition; Efron & Tibshirani 1993 (percentile bootstrap)',
    it: { name: 'divario d’ascolto', definition: 'Di quanto aspetta di più (o di meno) chi scrive per un motivo rispetto a chi vuole comprare, contando al massimo 7 giorni. L’intervallo viene da 2.000 estrazioni delle persone.', limits: 'Servono almeno 20 richieste e 10 persone in entrambi i gruppi. Se una persona sola pesa oltre il 20 %, un avviso lo dice.' },
    en: { name: 'listening gap', definition: 'How much longer (or shorter) people writing for one reason wait than people who want to buy, counting at most 7 days. The interval comes from 2,000 draws of authors.', limits: 'Needs at least 20 requests and 10 people in both groups. A note says so when one author weighs over 20 %.' },
  },
  {
    id: 'mean-of-answers', version: 1, unit: 'seconds', formula: 'Σ waits of answered requests / answered requests', source: 'common practice',
    it: { name: 'media delle risposte date', definition: 'Il tempo medio delle sole richieste che hanno avuto risposta: la cifra che di solito si pubblica.', limits: 'Chi non ha mai avuto risposta non c’è: più il brand tace, più questa cifra può sembrare buona.' },
    en: { name: 'mean of the answers given', definition: 'The mean time of answered requests alone: the figure usually published.', limits: 'People never answered are not in it: the more a brand keeps silent, the better this figure can look.' },
  },
  {
    id: 'log-rank', version: 1, unit: 'z', formula: 'score test on primary intents, variance summed by author, Holm over the tests shown', source: 'Mantel 1966; Lin & Wei 1989, J. Am. Stat. Assoc. 84:1074–1078; Holm 1979',
    it: { name: 'confronto fra curve', definition: 'Se due curve d’attesa differiscono più di quanto farebbe il caso, contando ogni richiesta una volta e tenendo insieme le richieste della stessa persona.', limits: 'Viene dopo il divario e il suo intervallo: dice se la differenza c’è, non quanto conta.' },
    en: { name: 'comparison of curves', definition: 'Whether two waiting curves differ by more than chance, counting each request once and keeping one person’s requests together.', limits: 'It comes after the gap and its interval: it says whether there is a difference, not how much it matters.' },
  },
  {
    id: 'unobservable', version: 1, unit: 'requests', formula: 'requests under sources with replies absent', source: 'own definition',
    it: { name: 'non osservabili', definition: 'Richieste in pagine o canali i cui file non contengono le risposte del brand: sono contate e nominate, mai trattate come senza risposta.', limits: 'Per misurarle serve un’esportazione con le risposte.' },
    en: { name: 'unobservable', definition: 'Requests in pages or channels whose files hold no brand replies: counted and named, never treated as unanswered.', limits: 'Measuring them needs an export that includes replies.' },
  },
  {
    id: 'contest-return', version: 1, unit: 'share', formula: 'entrants without a message in (end, end + 90 days] / entrants of contests watched to day 90; Wilson limits', source: 'own definition; Wilson 1927, J. Am. Stat. Assoc. 22:209–212',
    it: { name: 'chi sparisce dopo un concorso', definition: 'Fra chi ha partecipato a un concorso, la quota che sulla stessa rete non ha scritto nulla nei 90 giorni dopo la fine. È un concorso un post promozionale del brand sotto cui hanno partecipato almeno 20 persone diverse; i post che si accavallano contano come uno solo, e la fine è l’ultima partecipazione. Chi partecipa a più concorsi conta una volta, dopo l’ultimo.', limits: 'Si vede chi scrive, non chi legge o compra. Restano fuori i concorsi finiti da meno di 90 giorni. Dipende da come sono letti i post e le partecipazioni.' },
    en: { name: 'gone after a contest', definition: 'Of the people who entered a contest, the share that wrote nothing on the same network in the 90 days after it ended. A contest is a promotional post of the brand under which at least 20 different people entered; posts that overlap count as one, and the last entry ends it. A person who entered several contests counts once, after the last.', limits: 'Writing is seen, reading and buying are not. Contests that ended less than 90 days before the data do are left out. It depends on how posts and entries were read.' },
  },
];
