/** What many people and desks call themselves; alone or with a number it names nobody. */
const GENERIC = `abc account admin administrator amici amico amministrazione anonimo anonymous app assistenza bar bella bello best big blog blue bot boss boy business buyer cafe caffe care cat casa channel chef ciao cliente clienti club
 coach coffee community company contact contatti cool cucina customer daily dad dark desk dog dream eat editor email error facebook fan fans fashion feedback fitness food foto free friend friends fun gamer gaming gatto girl giovane gold
 google green group gruppo guest happy hello help helpdesk hey home hotel house info informazioni insta instagram italia italian italiano italy king kitty lady life light little lol love lover luna magic mail mamma mare marketing master me
 media member mom mondo moon mother music musica name nature negozio new news nice nick nobody noreply null office official online only page papa party people person photo pizza play player postmaster prof profile prova pub queen real
 reader red reply roma rock sales sea segreteria seller service servizio shop sky social sole staff star stella store style sun super support supporto sweet team tech test tester the time travel traveler true tube ufficiale ufficio unknown
 user username utente vip viaggi viaggio video vita web webmaster welcome white wolf woman world writer yoga you youtube`;

/** First names of Italy and of English-speaking countries, the most frequent. */
const FIRST_NAMES = `ada adam alba alberto aldo alessandra alessandro alessia alessio alex alexander alfonso alfredo alice amanda amelia amy andrea andrew angela angelo anna annalisa annamaria anthony antonella antonio arianna ashley aurora barbara beatrice ben
 benedetta benjamin bianca brandon brian bruno camilla carla carlo carlotta carmela carmen caterina cecilia charles charlotte chiara chloe chris christian christopher cinzia claudia claudio cristian cristiana cristiano cristina dan daniel daniela daniele
 dario dave david davide debora deborah denise diana diego domenico donatella edoardo edward elena eleonora elia elisa elisabetta elizabeth ella emanuela emanuele emily emma enrico enzo eric erica erika ernesto ettore eva evan fabiana fabio fabrizio
 federica federico filippo fiorella flavia flavio francesca francesco franco gabriele gabriella gaia george gemma gianluca gianni giacomo giada giancarlo ginevra gino gioia giorgia giorgio giovanna giovanni giulia giuliana giuliano giulio giuseppe giuseppina
 grace grazia greta guido hannah harry helen henry ilaria irene isabella ivan ivano jack jacob jacopo james jane jason jennifer jessica jim joe john jon jonathan jordan joseph joshua julia julie justin karen kate katia kelly kevin kim laura lauren
 leonardo letizia liam lidia lily linda lisa livia lorena lorenzo luca lucas lucia luciana luciano lucio lucy luigi luisa maddalena manuel manuela mara marc marcello marco margherita maria marianna mariella marina mario marisa mark marta martina martino
 mary massimiliano massimo matilde matt matteo matthew mattia maurizio max megan melissa mia michael michela michele mike mirko monica nadia nancy nathan niccolo nicholas nick nicola nicole nicolo noah noemi olga oliver olivia oscar paola paolo pasquale
 patrizia patrick paul peter pietro raffaele raffaella rebecca renata renato renzo riccardo richard rita rob robert roberta roberto robin rocco romina ronald rosa rosanna rosario rossella ruth ryan sabrina sam samanta samantha samuel samuele sandra sandro
 sara sarah salvatore sean sebastiano serena sergio silvana silvia silvio simon simona simone sofia sonia sophia sophie stefania stefano stella stephanie stephen steve steven sue susan susanna tania ted teresa thomas tim tina tiziana tom tommaso tony
 umberto valentina valeria valerio vanessa vera veronica victoria vincenzo vincent vittoria vittorio viola virginia walter will william zoe`;

/** Surnames of the same countries, the most frequent. */
const SURNAMES = `adams allen amato anderson baker barbieri barone basile battaglia bellini benedetti bernardi bianchi bianco brown bruno campbell caputo carbone carter caruso caterino cattaneo clark clarke collins colombo conte conti coppola costa costantini
 cooper davis davies deluca demarco derosa donati edwards esposito evans fabbri farina ferrara ferrari ferraro ferretti ferri fiore fontana galli gallo garcia gatti gentile giordano giuliani grasso greco green grassi guerra hall harris hill hughes
 jackson johnson jones king leone lee lewis lombardi lombardo longo lopez mancini marchetti marini mariani marino marra martin martinez martinelli martini mazza mele messina miller milani mitchell monti montanari moore morelli moretti morgan
 morris murphy negri neri orlando pace palmieri palumbo parisi parker pellegrini pellegrino phillips piras ricci rinaldi riva rizzi rizzo roberts robinson rodriguez romano rossetti rossi ruggiero russo sala sanna santini santoro sanders scott
 serra silvestri smith sorrentino stewart taylor testa thomas thompson tosi turner valentini valente verdi villa vitale vitali walker ward watson white williams wilson wood wright young`;

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/**
 * What a known word of a handle tells, in bits: the less frequent the more. A first name is borne by about one person in a
 * hundred, a surname of the list by one in four hundred, a generic word by one handle in thirty.
 */
export const COMMON_HANDLE_WORDS: readonly { readonly words: ReadonlySet<string>; readonly bits: number }[] = [
  { words: setOf(GENERIC), bits: 5 },
  { words: setOf(FIRST_NAMES), bits: 6.5 },
  { words: setOf(SURNAMES), bits: 8.5 },
];
