import type Library from 'pptxgenjs';

type SlideLibrary = typeof Library.default;

/** A deck of the slide library. */
export type LibraryDeck = Library.default;
/** What stands on a layout of the slide library. */
export type LayoutObject = NonNullable<Library.default.SlideMasterProps['objects']>[number];
/** One run of a text, as the slide library takes it. */
export type LibraryText = Library.default.TextProps;
/** One cell of a table, as the slide library takes it. */
export type LibraryCell = Library.default.TableCell;
/** The few calls of the slide library that pieces need; a slide of its own and one that is laid over a template both have them. */
export type PieceSlide = Pick<Library.default.Slide, 'addText' | 'addTable' | 'addShape' | 'addImage' | 'addChart'>;

/**
 * An empty deck. The library's types describe its CommonJS build and its module exports the class itself: this is the one place that
 * knows. It is large and only decks need it: the program starts without it.
 */
export async function emptyDeck(): Promise<LibraryDeck> {
  const { default: Deck } = await import('pptxgenjs');
  const Maker = Deck as unknown as SlideLibrary;
  return new Maker();
}
