import type { Draws } from './draws.ts';

/** Names that mean something to the language itself. */
export const HOSTILE_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__', 'then', 'toJSON', 'length', '', '0', '-1', ' ', 'a.b', 'a[0]', '\u0000'];

/** Texts that become something else where they are not treated as data. */
export const HOSTILE_TEXTS: readonly string[] = [
  ...HOSTILE_KEYS,
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', ']]>', '<!--', '&#0;', '&#x110000;', '&lt;script&gt;', '{{7*7}}', '${7*7}', 'javascript:alert(1)',
  `'; DROP TABLE message; --`, '" OR ""="', '%', '_', '*', 'NEAR(a b)', 'text:x', '\\', '=1+1', '@SUM(A1)', '\t=1', '＝1+1',
  '../../etc/passwd', 'C:\\Windows\\x', '\\\\server\\share', 'file:///etc/passwd', 'http://127.0.0.1:9/', 'NUL', 'con.txt',
  'a\u202Egpj.exe', 'zero\u200Bwidth', '\ufeff', '\u2028', '\u0007', '\u001b[31m', '\ud800', '\udfff\ud800', 'e\u0301'.repeat(50), '👩‍👩‍👧‍👦', 'العربية', 'İ', 'ß', 'ﬀ',
  'null', 'undefined', 'NaN', 'true', '[object Object]', '0', '-0', '1e999', '0x10', '1_000', '９９', '99999999999999999999', '1,5', '1.234.567,89', '12:60', '2026-02-30T25:61:61Z', '9999-12-31', '-271821-04-20', '31/02/2026', 'Tue Mar 04 09:00:00 +9999 2025',
  '\r\n', '\n\n', '"', '""', "'", ';', ',', '\t',
];

const NUMBERS: readonly number[] = [0, -0, 1, -1, 0.1, 1.5, 1e21, 1e300, 5e-324, 2 ** 31, -(2 ** 31), 2 ** 32, 2 ** 53, 2 ** 53 - 1, -(2 ** 53), 8.64e15, 8.64e15 + 1, -8.64e15, 253_402_300_800, 1_700_000_000, 1_700_000_000_000];

/** A text: mostly a hostile one, else long, or made of units of any kind. */
export function hostileText(draws: Draws): string {
  const kind = draws.below(12);
  if (kind === 0) return draws.pick(HOSTILE_TEXTS).repeat(1 + draws.below(2000));
  if (kind === 1) return String.fromCharCode(...Array.from({ length: 1 + draws.below(40) }, () => draws.below(0x10000)));
  if (kind === 2) return `${draws.pick(HOSTILE_TEXTS)}${draws.pick(HOSTILE_TEXTS)}`;
  return draws.pick(HOSTILE_TEXTS);
}

/** A number at the edge of something. */
export function hostileNumber(draws: Draws): number {
  return draws.chance(0.2) ? draws.below(1_000_000) - 500_000 : draws.pick(NUMBERS);
}

/** An object with own members of those names, `__proto__` too, which plain assignment would not make. */
export function ownMembers(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const [key, value] of entries) Object.defineProperty(made, key, { value, enumerable: true, configurable: true, writable: true });
  return made;
}

/** A value inside lists or objects of that many levels. */
function nested(draws: Draws, levels: number): unknown {
  let value: unknown = hostileText(draws);
  const key = draws.chance(0.5) ? null : draws.pick(HOSTILE_KEYS);
  for (let level = 0; level < levels; level += 1) value = key === null ? [value] : ownMembers([[key, value]]);
  return value;
}

/** Any value that JSON can hold, of any type and shape. */
export function hostileValue(draws: Draws): unknown {
  switch (draws.below(10)) {
    case 0: return null;
    case 1: return draws.chance(0.5);
    case 2:
    case 3: return hostileNumber(draws);
    case 4: return [];
    case 5: return [hostileText(draws), hostileNumber(draws), null];
    case 6: return ownMembers([[draws.pick(HOSTILE_KEYS), hostileText(draws)], ['id', hostileNumber(draws)]]);
    case 7: return draws.chance(0.1) ? nested(draws, draws.pick([60, 70, 400, 3000])) : {};
    default: return hostileText(draws);
  }
}
