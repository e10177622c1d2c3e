/**
 * How the page counts a figure again from its own rows, as plain ES2020 that the page runs: `recomputed(rows, measure)`. A row
 * is `[voice, network, kinds, asked, hours, state]` as `room-payload` packs it: `state` is 1 for answered plus 2 for times known
 * to the day or 4 for times not known. Waits are in hours begun, so the true wait of `h` hours lies in (h - 1, h]: every answer
 * is a low and a high limit between which the figure of the exact waits lies. Within an hour those still waiting leave before
 * the answers (low) or after them (high); a mean lies between the sums of the low shares at the end and of the high shares at
 * the beginning of each hour. Kinds of measure: `requests`, `people`, `answered`, `answered-within` and `still-waiting` after
 * so many whole hours, `restricted-mean` up to so many hours, `mean-of-answers`, `median` (hours). Null limits: the rows do
 * not say. Source: Kaplan & Meier 1958; Royston & Parmar 2013.
 */
export const RECOMPUTE_SCRIPT = `
function rowsOf(rows, measure) {
  return measure.intent < 0 ? rows : rows.filter(function (row) { return (row[2] & (1 << measure.intent)) !== 0; });
}
function timedRows(rows, isWeek) {
  return rows.filter(function (row) { return row[4] >= 0 && (row[5] < 2 || (isWeek && row[5] < 4)); });
}
function waitingShares(rows, side) {
  var answered = new Map(), open = new Map(), hours = new Set();
  rows.forEach(function (row) {
    var counts = (row[5] & 1) === 1 ? answered : open;
    counts.set(row[4], (counts.get(row[4]) || 0) + 1);
    hours.add(row[4]);
  });
  var left = rows.length, share = 1, steps = [];
  Array.from(hours).sort(function (one, other) { return one - other; }).forEach(function (hour) {
    var answers = answered.get(hour) || 0, leaving = open.get(hour) || 0;
    // at hour 0 nothing is rounded: answers come before those who leave
    var atRisk = side === 'low' && hour > 0 ? left - leaving : left;
    if (answers > 0) share = answers >= atRisk ? 0 : share * ((atRisk - answers) / atRisk);
    steps.push([hour, share]);
    left -= answers + leaving;
  });
  return steps;
}
function shareAt(steps, hour) {
  var share = 1;
  for (var at = 0; at < steps.length && steps[at][0] <= hour; at += 1) share = steps[at][1];
  return share;
}
function reaches(steps, hour) {
  var last = steps[steps.length - 1];
  return last !== undefined && (last[0] >= hour || last[1] === 0);
}
function meanUpTo(steps, horizon, atEnd) {
  var sum = 0;
  for (var hour = 0; hour < horizon; hour += 1) sum += shareAt(steps, atEnd ? hour + 1 : hour);
  return sum;
}
function medianOf(steps) {
  for (var at = 0; at < steps.length; at += 1) if (steps[at][1] <= 0.5 + 1e-10) return steps[at][0];
  return null;
}
function exactly(value) {
  return { low: value, high: value };
}
function recomputed(all, measure) {
  var rows = rowsOf(all, measure), n = rows.length;
  function answer(used, limits) { return { n: used, low: limits === null ? null : limits.low, high: limits === null ? null : limits.high }; }
  if (measure.kind === 'requests') return answer(n, exactly(n));
  if (measure.kind === 'people') return answer(n, exactly(new Set(rows.map(function (row) { return row[0]; }).filter(function (voice) { return voice > 0; })).size));
  if (measure.kind === 'answered') return answer(n, exactly(rows.filter(function (row) { return (row[5] & 1) === 1; }).length));
  if (measure.kind === 'mean-of-answers') {
    var given = timedRows(rows, false).filter(function (row) { return (row[5] & 1) === 1; });
    var high = given.reduce(function (sum, row) { return sum + row[4]; }, 0), low = given.reduce(function (sum, row) { return sum + Math.max(0, row[4] - 1); }, 0);
    return answer(given.length, given.length === 0 ? null : { low: low / given.length, high: high / given.length });
  }
  var timed = timedRows(rows, measure.week), lowSteps = waitingShares(timed, 'low'), highSteps = waitingShares(timed, 'high');
  if (measure.kind === 'median') {
    var first = medianOf(lowSteps), last = medianOf(highSteps);
    return answer(timed.length, first === null || last === null ? null : { low: Math.max(0, first - 1), high: last });
  }
  if (!reaches(lowSteps, measure.hours) && !reaches(highSteps, measure.hours)) return answer(timed.length, null);
  var lowShare = shareAt(lowSteps, measure.hours), highShare = shareAt(highSteps, measure.hours);
  if (measure.kind === 'still-waiting') return answer(timed.length, { low: lowShare, high: highShare });
  if (measure.kind === 'answered-within') return answer(timed.length, { low: 1 - highShare, high: 1 - lowShare });
  return answer(timed.length, { low: meanUpTo(lowSteps, measure.hours, true), high: meanUpTo(highSteps, measure.hours, false) });
}
`;
