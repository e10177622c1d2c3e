import { strFromU8 } from 'fflate';
import { packageParts, relatedPart } from './finished-package.ts';
import { TemplateProblem } from './template-problem.ts';

/** A slide to make: the sample it is a copy of, from 1, and the names of the pieces that are laid on it, in their order. */
export interface LaidSlide {
  readonly sample: number;
  readonly names: readonly string[];
}

/**
 * Copies a template's sample slides and lays pieces of another deck over them, its nth slide on the nth copy, all in memory; the
 * samples themselves are gone. `slides` are the parts of the copies in their order.
 * @throws TemplateProblem `not-a-presentation` with what the library says when it cannot read the template.
 */
export async function laidOverTemplate(template: Uint8Array, pieces: Uint8Array, slides: readonly LaidSlide[]): Promise<{ readonly bytes: Uint8Array; readonly slides: readonly string[] }> {
  // a large library that only this needs: the program starts without it
  const { Automizer, NullLogger } = await import('pptx-automizer');
  try {
    const library = new Automizer({ removeExistingSlides: true, cleanup: false, cleanupPlaceholders: false, compression: 0, logger: new NullLogger() });
    library.loadRoot(Buffer.from(template)).load(Buffer.from(template), 'template').load(Buffer.from(pieces), 'pieces');
    slides.forEach(({ sample, names }, place) => {
      library.addSlide('template', sample, (slide) => {
        for (const name of names) slide.addElement('pieces', place + 1, name);
      });
    });
    const zip = await library.getJSZip();
    const bytes = await zip.generateAsync({ type: 'uint8array' });
    return { bytes, slides: shownSlides(bytes) };
  } catch (error) {
    throw new TemplateProblem('not-a-presentation', String(error));
  }
}

function shownSlides(bytes: Uint8Array): readonly string[] {
  const parts = packageParts(bytes);
  const relations = new Map([...strFromU8(parts['ppt/_rels/presentation.xml.rels'] ?? new Uint8Array()).matchAll(/<Relationship [^>]*>/gu)].map(([relation]) => [/ Id="([^"]*)"/u.exec(relation)?.[1] ?? '', / Target="([^"]*)"/u.exec(relation)?.[1] ?? '']));
  return [...strFromU8(parts['ppt/presentation.xml'] ?? new Uint8Array()).matchAll(/<p:sldId [^>]*r:id="([^"]*)"/gu)].map(([, id]) => relatedPart('ppt/presentation.xml', relations.get(id ?? '') ?? ''));
}
