import { emptyDeck } from '../../src/present/pptx/slide-library.ts';

interface Sample {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly points?: number;
}

const title: Sample = { text: '{{title}}', x: 1, y: 0.5, w: 11, h: 1, points: 30 };
const foot: Sample = { text: 'Agenzia · {{source}}', x: 1, y: 7, w: 9, h: 0.35, points: 10 };
const COVER: readonly Sample[] = [{ ...title, y: 2.5, h: 1.5, points: 48 }, { text: 'per {{client}}, {{day}}', x: 1, y: 4.2, w: 8, h: 0.6, points: 18 }];
const PAGE: readonly Sample[] = [title, { text: '{{ measure }}', x: 1, y: 1.5, w: 11, h: 0.5, points: 12 }, { text: '{{body}}', x: 1, y: 2.2, w: 11, h: 4.6 }, foot];
const BESIDE: readonly Sample[] = [title, { text: '{{body}}', x: 1, y: 2.2, w: 7, h: 4.6 }, { text: '{{side}}', x: 8.4, y: 2.2, w: 3.6, h: 4.6 }, foot];

/** A template as an agency might prepare it: a cover, a page, a page with something beside, purple. */
export async function madeUpTemplate(samples: readonly (readonly Sample[])[] = [COVER, PAGE, BESIDE]): Promise<Uint8Array> {
  const deck = await emptyDeck();
  deck.layout = 'LAYOUT_WIDE';
  deck.defineSlideMaster({ title: 'Agenzia', background: { color: 'F6F0FF' }, objects: [{ rect: { x: 0, y: 0, w: 13.333, h: 0.2, fill: { color: '5B2A86' } } }] });
  for (const sample of samples) {
    const slide = deck.addSlide({ masterName: 'Agenzia' });
    for (const { text, points, ...box } of sample) slide.addText(text, { ...box, color: '5B2A86', fontFace: 'Arial', ...(points === undefined ? {} : { fontSize: points }) });
  }
  return await deck.write({ outputType: 'uint8array' }) as Uint8Array;
}

/** The sample slides of the template by name, to leave some out. */
export const templateSamples = { cover: COVER, page: PAGE, beside: BESIDE };
