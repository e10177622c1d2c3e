/** A whole number of so many digits where a value of JSON may begin; texts are looked at too, since a false alarm only costs time. */
const LONG_NUMBER = /(?:^|[:[,])\s*-?[1-9]\d{15}/;
const SHORTEST = 16;
const WHOLE_NUMBER = /(?<![\d.eE+-])-?[1-9]\d{15,}(?![\d.eE])/g;

/**
 * A number of JSON as JavaScript holds it; a whole one beyond 2^53, as ids of 64 bits are, as the text it is written in.
 * @example jsonNumber('1895000000000000001') // '1895000000000000001'
 */
export function jsonNumber(written: string): number | string {
  const number = Number(written);
  return Number.isSafeInteger(number) || !/^-?\d+$/.test(written) ? number : written;
}

function isEscaped(text: string, quote: number): boolean {
  let at = quote;
  while (text[at - 1] === '\\') at -= 1;
  return (quote - at) % 2 === 1;
}

/** The end of the text that opens at a quotation mark, behind its closing one; the end of everything where nothing closes it. */
function textEnd(json: string, opening: number): number {
  let quote = json.indexOf('"', opening + 1);
  while (quote >= 0 && isEscaped(json, quote)) quote = json.indexOf('"', quote + 1);
  return quote < 0 ? json.length : quote + 1;
}

/** The same JSON with quotation marks around the whole numbers that JavaScript cannot hold. */
function withQuotedNumbers(json: string): string {
  const pieces: string[] = [];
  let kept = 0;
  let at = 0;
  while (at < json.length) {
    const opening = json.indexOf('"', at);
    const end = opening < 0 ? json.length : opening;
    if (end - at >= SHORTEST) {
      pieces.push(json.slice(kept, at), json.slice(at, end).replace(WHOLE_NUMBER, (written) => (typeof jsonNumber(written) === 'string' ? `"${written}"` : written)));
      kept = end;
    }
    at = opening < 0 ? json.length : textEnd(json, opening);
  }
  return pieces.join('') + json.slice(kept);
}

/**
 * A JSON text as JSON.parse reads it, but that whole numbers beyond 2^53 come as texts: ids of 64 bits would be rounded to
 * those of others. Throws SyntaxError. Linear in the length, whatever it holds; no deeper on the stack than JSON.parse.
 */
export function losslessJson(text: string): unknown {
  if (LONG_NUMBER.test(text)) {
    try {
      return JSON.parse(withQuotedNumbers(text)) as unknown;
    } catch {
      // the plain text says where it is broken
    }
  }
  return JSON.parse(text) as unknown;
}
