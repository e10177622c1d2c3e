/** A date without a year. */
export interface MonthDay {
  /** 1-12. */
  readonly month: number;
  readonly day: number;
}

/**
 * Easter Sunday of the Gregorian calendar; years before 1583 by the same rule, which nobody kept then.
 * Source: the anonymous computus of Nature 13 (1876), p. 487, as in Meeus 1991, Astronomical Algorithms, chapter 8.
 * @example easterSunday(2026) // { month: 4, day: 5 }
 */
export function easterSunday(year: number): MonthDay {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const weekdayShift = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const lateMoon = Math.floor((golden + 11 * epact + 22 * weekdayShift) / 451);
  const days = epact + weekdayShift - 7 * lateMoon + 114;
  return { month: Math.floor(days / 31), day: (days % 31) + 1 };
}
