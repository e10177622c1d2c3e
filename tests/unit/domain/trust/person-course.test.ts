import { describe, expect, it } from 'vitest';
import { earlierCourse, isFollowed, laterCourse, monthlyCourse, type CourseEvent, type CourseMessage, type PersonCourse } from '../../../../src/domain/trust/person-course.ts';

const DAY = 86_400_000;
const said = (day: number, rootId: number, tone: CourseMessage['tone'] = null, advice: CourseMessage['advice'] = 0): CourseMessage => ({ atMs: day * DAY, rootId, tone, advice });
const event: CourseEvent = { eventId: 1, personId: 7, network: 'facebook', madeMs: 200 * DAY, indexMs: 202 * DAY, rootId: 5, endMs: 400 * DAY };
const course = (messages: readonly CourseMessage[], gifts: PersonCourse['gifts'] = []): PersonCourse => ({ personId: 7, messages, gifts });

describe('the course of a person around an event', () => {
  it('leaves the conversation of the event out, before and after', () => {
    const own = course([said(150, 5), said(199, 5), said(203, 5, -1, -1), said(260, 5)], [{ atMs: 199 * DAY, rootId: 5, points: 3 }]);
    expect(earlierCourse(event, own)).toEqual({ messages: 0, points: 0, firstMs: 150 * DAY });
    expect(laterCourse(event, own)).toEqual({ active: 0, monthly: 0, positive: Number.NaN, recommends: 0, warns: 0 });
    expect([...monthlyCourse(event, own, 0)].reduce((sum, n) => sum + n, 0)).toBe(0);
  });

  it('counts what came before the promise, not between promise and due time', () => {
    const own = course([said(100, 1), said(199, 2), said(200, 3), said(201, 3)], [{ atMs: 100 * DAY, rootId: 1, points: 1.5 }, { atMs: 201 * DAY, rootId: 3, points: 9 }]);
    expect(earlierCourse(event, own)).toEqual({ messages: 2, points: 1.5, firstMs: 100 * DAY });
    expect(laterCourse(event, own).active).toBe(0);
  });

  it('counts ninety days after the due time, the last one included', () => {
    const own = course([said(202, 1), said(203, 1, 1), said(250, 2, -1), said(292, 3, 1, 1), said(293, 4, null, -1)]);
    expect(laterCourse(event, own)).toEqual({ active: 1, monthly: 1, positive: 2 / 3, recommends: 1, warns: 0 });
  });

  it('is followed only where ninety days are observed', () => {
    expect(isFollowed({ ...event, endMs: 292 * DAY })).toBe(true);
    expect(isFollowed({ ...event, endMs: 292 * DAY - 1 })).toBe(false);
  });

  it('deals messages into months before the promise and after the due time', () => {
    const own = course([said(25, 1), said(170, 1), said(199, 1), said(200, 1), said(201, 1), said(203, 1), said(232, 1), said(233, 1), said(381, 1), said(383, 1)]);
    expect([...monthlyCourse(event, own, 0)]).toEqual([1, 0, 0, 0, 0, 2, 2, 1, 0, 0, 0, 1]);
  });

  it('knows nothing of a month that is not wholly observed', () => {
    const months = [...monthlyCourse({ ...event, endMs: 300 * DAY }, course([said(203, 1)]), 60 * DAY)];
    expect(months.map((n) => (Number.isNaN(n) ? 'x' : n))).toEqual(['x', 'x', 0, 0, 0, 0, 1, 0, 0, 'x', 'x', 'x']);
  });

  it('takes a person without a message as beginning with the event', () => {
    expect(earlierCourse(event, course([]))).toEqual({ messages: 0, points: 0, firstMs: 200 * DAY });
  });
});
