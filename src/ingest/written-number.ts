const SUFFIXES: Readonly<Record<string, number>> = { k: 1e3, mila: 1e3, m: 1e6, mln: 1e6, mio: 1e6, b: 1e9 };

/**
 * A number as people and tools write it, or null when it is none: thousands marks, decimal point or comma, a
 * percentage (as a share of 100), K, M, mila, mln. A single mark followed by exactly three digits separates thousands,
 * because counts are what tables hold; where `oneMark` says so it is decimal, as in an amount of hours.
 * @example writtenNumber('1.234') // 1234
 */
export function writtenNumber(text: string, { oneMark = 'thousands' }: { readonly oneMark?: 'thousands' | 'decimal' } = {}): number | null {
  const match = /^([+-]?)([\d.,\s'’]*\d)\s*(%|[kmb]|mila|mln|mio)?$/i.exec(text.replace(/[\u00a0\u202f]/g, ' ').trim());
  if (match === null) return /^[+-]?\d+(\.\d+)?e[+-]?\d+$/i.test(text.trim()) ? Number(text) : null;
  const [, sign = '', digits = '', suffix = ''] = match;
  const plain = digits.replace(/[\s'’]/g, '');
  const point = plain.lastIndexOf('.');
  const comma = plain.lastIndexOf(',');
  let number: number;
  if (point >= 0 && comma >= 0) {
    const decimal = point > comma ? '.' : ',';
    number = Number(plain.replaceAll(decimal === '.' ? ',' : '.', '').replace(decimal, '.'));
  } else {
    const mark = point >= 0 ? '.' : ',';
    const parts = plain.split(mark);
    const thousands = parts.length > (oneMark === 'decimal' ? 2 : 1) && suffix === '' && (parts[0] ?? '').length <= 3 && parts[0] !== '0' && parts.slice(1).every((part) => part.length === 3);
    number = parts.length > 2 && !thousands ? Number.NaN : Number(thousands ? parts.join('') : parts.join('.'));
  }
  if (!Number.isFinite(number)) return null;
  const scaled = number * (SUFFIXES[suffix.toLowerCase()] ?? 1) * (suffix === '%' ? 0.01 : 1);
  return sign === '-' ? -scaled : scaled;
}

/**
 * A count as written, or null: a whole number of at least 0.
 * @example writtenCount('12.4K') // 12400
 */
export function writtenCount(text: string): number | null {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  if (text.trim() === '') return null;
  const number = writtenNumber(text);
  return number === null || number < 0 || number > Number.MAX_SAFE_INTEGER ? null : Math.round(number);
}

/**
 * A rating as written, or null; `4,5`, `FIVE`, `4 stars` and `4/5` are understood, a comma is always decimal.
 * @example writtenRating('4,5') // 4.5
 */
export function writtenRating(text: string): number | null {
  const words = ['zero', 'one', 'two', 'three', 'four', 'five'].indexOf(text.trim().toLowerCase());
  if (words > 0) return words;
  const stars = /^[★⭐]+/u.exec(text.trim());
  if (stars !== null) return [...stars[0]].filter((sign) => sign === '★' || sign === '⭐').length;
  const digits = /^(\d+(?:[.,]\d+)?)(?:\s*(?:\/\s*\d+|stars?|stelle|stella))?$/i.exec(text.trim())?.[1];
  return digits === undefined ? null : Number(digits.replace(',', '.'));
}

/**
 * Yes or no as tables write it, or null.
 * @example writtenFlag('Vero') // true
 */
export function writtenFlag(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  if (['true', '1', 'yes', 'y', 'si', 'sì', 'vero', 'v', 'inbound', 't'].includes(word)) return true;
  return ['false', '0', 'no', 'n', 'falso', 'f', 'outbound'].includes(word) ? false : null;
}

/** True for an id that a spreadsheet turned into a rounded number: its last digits are lost for good. */
export function isDamagedId(text: string): boolean {
  return /^\d(?:[.,]\d+)?E\+?\d+$/i.test(text);
}
