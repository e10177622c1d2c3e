/** The text with percent signs decoded; a text that is no valid encoding comes back as it is. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** What a link of a LinkedIn export leads to. */
export interface LinkedinTarget {
  /** Id of the post, such as `urn:li:share:7447946408776171597`; null when the link names none. */
  readonly post: string | null;
  /** Id of the comment the link leads to, such as `urn:li:comment:(activity:7447946408776171597,7448099…)`; null for links to posts. */
  readonly comment: string | null;
}

/**
 * Reads the ids in a link of a LinkedIn export, where they stand percent-encoded, once or twice.
 * @example linkedinTarget('https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A7447946408776171597').post // 'urn:li:share:7447946408776171597'
 */
export function linkedinTarget(link: string): LinkedinTarget {
  const plain = decoded(decoded(link.slice(0, 2000)));
  const comment = /urn:li:comment:\((?:urn:li:)?([a-zA-Z]{1,20}):([\w-]{1,40}),(\w{1,40})\)/.exec(plain);
  const written = /urn:li:(activity|share|ugcPost|groupPost|article):([\w-]{1,60})/.exec(plain);
  const post = written === null ? (comment === null ? null : `urn:li:${comment[1] ?? ''}:${comment[2] ?? ''}`) : `urn:li:${written[1] ?? ''}:${written[2] ?? ''}`;
  return { post, comment: comment === null ? null : `urn:li:comment:(${comment[1] ?? ''}:${comment[2] ?? ''},${comment[3] ?? ''})` };
}

/**
 * The part of a profile's address that names it, lower case; null for an address of anything else.
 * @example linkedinProfile('https://www.linkedin.com/in/anna-rossi-1a2b/') // 'anna-rossi-1a2b'
 */
export function linkedinProfile(address: string): string | null {
  const name = /linkedin\.com\/in\/([^/?#\s]{1,200})/i.exec(address)?.[1];
  return name === undefined ? null : decoded(name).toLowerCase();
}
