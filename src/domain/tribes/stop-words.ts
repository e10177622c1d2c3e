const ITALIAN = `a abbia abbiamo ad ai al alla alle allo anche ancora avete aveva avere basta ben bene c che chi ci ciò co cosa così cui da dai dal dalla dalle dallo degli dei del della delle dello
 dentro di dopo dove due e è ecco ed era erano essere fa faccio fai fanno fare fate fatto fin fra già gli ha hai hanno ho i il in io la le lei li lo loro lui ma mai me mi mia mie miei mio molto ne nei nel nella nelle
 nello niente no noi non nostra nostri nostro o ogni oggi ok ora per perché perche però più piu po poi proprio può quale quando quanto quasi quella quelle quelli quello questa queste questi questo qui se sei sempre
 senza si sì sia siamo siete sono sopra sotto sta stata stati stato sto su sua sue sugli sui sul sulla suo suoi te ti tra tu tua tue tuo tuoi tutta tutte tutti tutto un una uno va vai vi voi vostra vostri vostro`;
const ENGLISH = `a about after again all also am an and any are aren as at be been before being but by can cannot could d did didn do does doesn doing don down for from get got had has hasn have haven having he her here
 hers him his how i if im in into is isn it its itself just ll m me more most much my no nor not now of off on once only or other our out over own re s same she should so some such t than that the their them then
 there these they this those through to too u under until up us very was wasn we were what when where which while who why will with won would y you your yours`;

/** Words too common in Italian or English to tell one tribe from another; lower case, accents kept. */
export const STOP_WORDS: ReadonlySet<string> = new Set(`${ITALIAN} ${ENGLISH}`.split(/\s+/u));
