import { Parser } from 'htmlparser2';

/** Elements of HTML that hold nothing and are never closed. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'col', 'area', 'base', 'wbr', 'source', 'embed', 'param', 'track']);
const BREAKING = new Set(['br', 'p', 'div', 'li', 'tr', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'ul', 'ol', 'table', 'section', 'article']);
const UNSEEN = new Set(['script', 'style', 'head', 'title', 'template', 'noscript']);

/**
 * The text a person would read of a piece of HTML: tags gone, entities decoded, paragraphs and line breaks as line ends,
 * scripts and styles left out. Text without tags or entities comes back as it is.
 * @example textOfHtml('<p>Ciao <b>a&nbsp;tutti</b></p><p>A presto</p>') // 'Ciao a\u00a0tutti\nA presto'
 */
export function textOfHtml(html: string): string {
  if (!/[<&]/.test(html)) return html;
  const pieces: string[] = [];
  let unseen = 0;
  let column = 0;
  const breakLine = (): void => {
    if (column > 0) pieces.push('\n');
    column = 0;
  };
  const parser = new Parser({
    onopentag(name) {
      if (UNSEEN.has(name)) unseen += 1;
      if (name === 'br') {
        pieces.push('\n');
        column = 0;
      } else if (BREAKING.has(name)) breakLine();
    },
    onclosetag(name) {
      if (UNSEEN.has(name)) unseen = Math.max(0, unseen - 1);
      else if (name !== 'br' && BREAKING.has(name)) breakLine();
    },
    ontext(text) {
      if (unseen > 0) return;
      pieces.push(text);
      column += text.length;
    },
  }, { decodeEntities: true });
  parser.write(html);
  parser.end();
  // the look behind begins each run of blanks once: a page of blanks costs no more than one of words
  return pieces.join('').replace(/(?<![ \t])[ \t]+\n/g, '\n').replace(/\n{3,}/g, '\n\n').trim();
}
