import { filledText, shapeText, tagsOf } from './template-slides.ts';
import { fittedText, LEAST_POINTS } from './text-fit.ts';
import { fromXml, xmlText } from './xml-text.ts';

const EMU = 914_400;
const INSET = 0.2;
const FIRST_RUN = /<a:t>[^<]*<\/a:t>/u;

/** One paragraph with its tags filled: what an editor cut into several runs is one run again, in the first one's letters. */
function filledParagraph(paragraph: string, values: Readonly<Record<string, string>>): string {
  const text = [...paragraph.matchAll(/<a:t>([^<]*)<\/a:t>/gu)].map(([, part]) => fromXml(part ?? '')).join('');
  if (tagsOf(text).length === 0) return paragraph;
  let first = true;
  return paragraph.replaceAll(/<a:r>.*?<\/a:r>|<a:r [^>]*>.*?<\/a:r>/gsu, (run) => {
    if (!first) return '';
    first = false;
    return run.replace(FIRST_RUN, () => `<a:t>${xmlText(filledText(text, values))}</a:t>`);
  });
}

/** Letters small enough for the shape's own box, where the shape says its box and the size of its letters; never below ten points. */
function shrunk(shape: string, font: string): string {
  const box = /<a:ext cx="(\d+)" cy="(\d+)"\/>/u.exec(shape);
  const size = /<a:(?:rPr|defRPr|endParaRPr)[^>]* sz="(\d+)"/u.exec(shape);
  if (box === null || size === null) return shape;
  const from = Number(size[1]) / 100;
  const { text, points, cut } = fittedText(shapeText(shape), { width: Number(box[1]) / EMU - INSET, height: Number(box[2]) / EMU - INSET / 2 }, { from, least: Math.min(from, LEAST_POINTS), font });
  if (points === from && !cut) return shape;
  const smaller = shape.replaceAll(/(<a:rPr[^>]* sz=")\d+/gu, `$1${Math.round(points * 100)}`);
  return cut && !text.includes('\n') ? smaller.replace(FIRST_RUN, () => `<a:t>${xmlText(text)}</a:t>`) : smaller;
}

/** A shape of a template with texts in place of its tags, in the letters the agency gave them, smaller only where the text would leave the shape. */
export function filledShape(shape: string, values: Readonly<Record<string, string>>, font: string): string {
  return shrunk(shape.replaceAll(/<a:p>.*?<\/a:p>|<a:p [^>]*>.*?<\/a:p>/gsu, (paragraph) => filledParagraph(paragraph, values)), font);
}
