import { elementsNamed, firstNamed, type XmlElement } from './xml-tree.ts';

const EMU = 914_400;

/** Width of a line in inches by one figure for all letters: 44 hundredths of their size, a tenth more than an Italian text in Calibri takes. */
const lineWidth = (text: string, points: number): number => (text.length * points * 0.44) / 72;

function linesOf(text: string, width: number, points: number): number {
  let [lines, line] = [1, ''];
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && lineWidth(longer, points) > width) { lines += 1; line = word; } else line = longer;
  }
  return lines;
}

/** Texts of a slide whose lines are higher than their box together, by a count of letters that owes nothing to the writer's own. */
export function overflowingTexts(slide: XmlElement): readonly string[] {
  return elementsNamed(slide, 'p:sp').flatMap((shape) => {
    const size = firstNamed(shape, 'a:ext')?.attributes;
    const body = firstNamed(shape, 'p:txBody');
    if (size === undefined || body === undefined) return [];
    const [width, height] = [Number(size['cx']) / EMU, Number(size['cy']) / EMU];
    const paragraphs = elementsNamed(body, 'a:p').map((paragraph) => {
      const text = elementsNamed(paragraph, 'a:t').map((run) => run.text).join('');
      const points = Number(firstNamed(paragraph, 'a:rPr')?.attributes['sz'] ?? 0) / 100;
      const indent = Number(firstNamed(paragraph, 'a:pPr')?.attributes['marL'] ?? 0) / EMU;
      const after = Number(firstNamed(paragraph, 'a:spcPts')?.attributes['val'] ?? 0) / 100;
      return { text, points, after, lines: linesOf(text, width - indent, points) };
    });
    const needed = paragraphs.reduce((sum, { points, lines, after }, place) => sum + (lines * points * 1.2 + (place === paragraphs.length - 1 ? 0 : after)) / 72, 0);
    const written = paragraphs.map(({ text }) => text).join(' ');
    return written.trim() !== '' && needed > height + 0.02 ? [`${written.slice(0, 60)}: ${needed.toFixed(2)} of ${height.toFixed(2)} inches`] : [];
  });
}
