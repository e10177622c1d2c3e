/** What tools in English and Italian write where they know nobody: kinds of people, and what is said of these. */
const PEOPLE = 'user,member,account,author,profile,person,participant,customer,reviewer,contact,visitor,sender,poster,guest,group member,utente,membro,autore,autrice,profilo,persona,partecipante,cliente,recensore,contatto,visitatore,mittente,ospite,membro del gruppo,partecipante del gruppo'.split(',');
const STATES = 'anonymous,unknown,deleted,removed,former,unnamed,private,unavailable,deactivated,guest,anonimo,anonima,sconosciuto,sconosciuta,eliminato,eliminata,cancellato,cancellata,rimosso,rimossa,disattivato,disattivata,privato,privata,ex,senza nome,non disponibile,non identificato'.split(',');
const SITES = 'facebook,instagram,messenger,threads,google,youtube,twitter,x,tiktok,linkedin,whatsapp,telegram,discord,reddit,amazon,kindle,tripadvisor,trustpilot,apple,booking,booking.com,yelp'.split(',');
/** Alone; what tables write into empty cells among them. */
const WORDS = 'anonymous,unknown,deleted,removed,nobody,no name,name withheld,name hidden,anonimo,anonima,sconosciuto,sconosciuta,nessuno,senza nome,nome nascosto,nome non disponibile,user,guest,visitor,customer,utente,ospite,visitatore,cliente,n/a,n.d.,null,none,nan,undefined,-,--,–,—,?,.,...'.split(',');

/** "deleted user", "utente eliminato", "membro anonimo del gruppo", "facebook user", "utente di facebook". */
const NOBODIES = new Set([
  ...WORDS,
  ...PEOPLE.flatMap((person) => [...STATES.flatMap((state) => [`${state} ${person}`, `${person} ${state}`, `${person} ${state} del gruppo`]), ...SITES.flatMap((site) => [`${site} ${person}`, `${person} ${site}`, `${person} di ${site}`, `${person} su ${site}`, `${person} of ${site}`])]),
]);
const LONGEST = 60;

/**
 * True for what stands for a name where a source knows nobody or tells nobody: "Anonimo", "Utente di Facebook", "[deleted]",
 * "n/a". All who share it would else be one person.
 * @example isNobody('Utente Facebook') // true
 */
export function isNobody(name: string): boolean {
  if (name.length > LONGEST) return false;
  const plain = name.trim().toLowerCase();
  if (NOBODIES.has(plain)) return true;
  const bare = plain.replace(/^[[(<"'*]{1,2}|[\])>"'*]{1,2}$/g, '').replace(/\s+/g, ' ').trim().replace(/^(?:(?:an?|the|un|una|uno) |un')/, '');
  return bare !== plain && NOBODIES.has(bare);
}
