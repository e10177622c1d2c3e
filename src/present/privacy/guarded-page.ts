import type { LinkedFigure, ReportBlock, ReportPage, ReportText } from '../../domain/model/report.ts';
import type { WithheldNumber } from './withheld-numbers.ts';

/** Written forms from this length on name a number by themselves; shorter ones only beside the name of their row. */
const TELLING_LENGTH = 5;

/** What a page is held against, and what stands in place of a text that says too much. */
export interface PageGuard {
  readonly withheld: readonly WithheldNumber[];
  readonly floor: number;
  /** The page's title without a number. */
  readonly neutralTitle: string;
  /** Titles of tables, for what a chart is called when its description says too much. */
  readonly tableTitle: (key: string) => string;
  /** `refuse` throws, for tests and while the program is built; `drop` leaves the text out. */
  readonly mode: 'refuse' | 'drop';
}

/** True where a text holds these words, not as part of a longer number or word. */
function holds(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(at + words.length, at + words.length + 2)];
    if (!/[\p{L}\p{N}]$|\p{N}[.,]$/u.test(before) && !/^[\p{L}\p{N}]|^[.,]\p{N}/u.test(after)) return true;
  }
  return false;
}

/** Tables a page shows. */
function tablesOf({ blocks }: ReportPage): ReadonlySet<string> {
  return new Set(blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart.table] : block.kind === 'table' ? [block.table] : [])));
}

/** Figures of a page that rest on too few: their written values must not stand in its texts. */
function fewFigures({ figures }: ReportPage, floor: number): LinkedFigure[] {
  return figures.filter(({ n, written }) => n !== null && n < floor && written !== '');
}

/**
 * A page whose texts hold no number that a table withholds, nor one of a linked figure on fewer than `floor`: a title becomes
 * the neutral one in the form `too-few`, a bullet, figure or paragraph is left out, a chart is described by its table's title,
 * notes are left empty. Numbers of the page's own tables count even when short, beside the name of their row; others only
 * when they are long enough to be told apart. The page itself when nothing is wrong. In mode `refuse` throws
 * `withheld number on a page: waits, title`.
 */
export function guardedPage(page: ReportPage, { withheld, floor, neutralTitle, tableTitle, mode }: PageGuard): ReportPage {
  const own = tablesOf(page);
  const few = fewFigures(page, floor);
  const telling = withheld.flatMap(({ table, row, written }) => {
    // row names are no secret: what is looked for is the number beside them
    const name = row.toLowerCase();
    return written.filter((words) => words !== '' && (words.length >= TELLING_LENGTH || own.has(table))).map((words) => ({ words, name: words.length >= TELLING_LENGTH ? '' : name }));
  });
  const says = (text: string): boolean => {
    const low = text.toLowerCase();
    return telling.some(({ words, name }) => low.includes(name) && holds(text, words)) || few.some(({ written }) => holds(text, written));
  };
  const check = (text: string, place: string): boolean => {
    const wrong = says(text);
    if (wrong && mode === 'refuse') throw new Error(`withheld number on a page: ${page.key}, ${place}`);
    return wrong;
  };
  const title = check(`${page.title.text}\n${page.title.byRule}`, 'title');
  const blocks = page.blocks.flatMap((block): ReportBlock[] => {
    if (block.kind === 'bullets') {
      const items = block.items.filter((item) => !check(item, 'bullets'));
      return items.length === block.items.length ? [block] : items.length === 0 ? [] : [{ ...block, items }];
    }
    if (block.kind === 'figures') {
      const items = block.items.filter(({ value, label, detail }) => !check(`${value} ${label} ${detail}`, 'figures'));
      return items.length === block.items.length ? [block] : items.length === 0 ? [] : [{ ...block, items }];
    }
    if (block.kind === 'paragraph') return check(block.text, 'paragraph') ? [] : [block];
    return block.kind === 'chart' && check(block.chart.alt, 'chart') ? [{ ...block, chart: { ...block.chart, alt: tableTitle(block.chart.table) } }] : [block];
  });
  const [measure, notes, unseen] = [check(page.measure, 'measure'), check(`${page.notes.text}\n${page.notes.byRule}`, 'notes'), check(page.unseen, 'unseen')];
  const plain = (text: string): ReportText => ({ text, byRule: text, edited: false, flag: null });
  return {
    ...page, blocks, title: title ? plain(neutralTitle) : page.title, form: title ? 'too-few' : page.form,
    measure: measure ? '' : page.measure, notes: notes ? plain('') : page.notes, unseen: unseen ? '' : page.unseen, figures: page.figures.filter((figure) => !few.includes(figure)),
  };
}
