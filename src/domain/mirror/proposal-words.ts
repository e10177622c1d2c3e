/** Words with which somebody proposes something of their own, Italian and English. */
const PROPOSES = /\b(?:propon(?:go|iamo|evo|evamo)|proporrei|proporremmo|sugger(?:isco|iamo|irei|iremmo)|consigli(?:o|amo|erei|eremmo)\b(?! di amministrazione)|la (?:mia|nostra) (?:idea|proposta)|(?:che|cosa) ne (?:dite|dici|pensi|pensate) (?:di|se)|potremmo|perch[eé] non (?:prov|facc|us|part|ap)\w*|(?:vi|ti) va di|raccomand(?:o|iamo)|i(?:'d| would)? (?:suggest|propose|recommend)|we(?:'d| would)? (?:suggest|propose|recommend)|(?:my|our) (?:suggestion|proposal|idea)|how about|what if we|we could|why (?:don't|not) (?:we )?(?:try|use|start|open)|shall we (?:try|start))/iu;
/** Words with which the other side takes it up, or refuses it. */
const ADOPTS = /\b(?:proced(?:ete|iamo|i|ete pure)|approvat[oaie]|d'accordo|va ben(?:e|issimo)|facciamolo|facciamo (?:così|cosi)|partiamo|ok(?:ay)? (?:per|procedi|andiamo|facciamo)|accettiamo|ci piace|lo (?:facciamo|adottiamo)|let's (?:do|go|start)|go ahead|approved|agreed|sounds good|we(?:'ll| will) (?:do|use|try)|happy to (?:go|proceed))/iu;
const REFUSES = /\b(?:non (?:ci convince|siamo d'accordo|procediamo|ora|se ne fa|lo facciamo)|preferiamo di no|per ora no|lasciamo (?:stare|perdere)|no grazie|bocciat[oa]|not (?:now|convinced|going to)|we(?:'d| would) rather not|let's not|no thanks|rejected|we(?:'ll| will) pass)/iu;

/** True where a text proposes something. A rule by words: it misses what is proposed otherwise. */
export function proposes(text: string): boolean {
  return PROPOSES.test(text.normalize('NFC').replaceAll('’', "'"));
}

/** What a reply seems to say of a proposal: a suggestion for a person to judge, never a verdict. A refusal wins over words of assent beside it. */
export function replySuggests(text: string): 'adopted' | 'not-adopted' | null {
  const plain = text.normalize('NFC').replaceAll('’', "'");
  if (REFUSES.test(plain)) return 'not-adopted';
  return ADOPTS.test(plain) ? 'adopted' : null;
}
