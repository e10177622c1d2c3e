"""Open seconds by brute force: every minute of a stretch is read on the wall clock and looked up in the week.

An interval opens at the first minute that the clock shows its start or later and shuts for good after the last minute
that the clock shows something before its end. Easter Sundays come from dateutil.easter.

Run: python3 tests/reference/clock/opening_hours.py > tests/reference/clock/opening-hours.json
"""
import json
import sys
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import dateutil
from dateutil.easter import easter

UTC = timezone.utc
FIXED = [(1, 1), (1, 6), (4, 25), (5, 1), (6, 2), (8, 15), (11, 1), (12, 8), (12, 25), (12, 26)]


def holidays(year):
    days = {date(year, *md) for md in FIXED}
    days |= {easter(year), easter(year) + timedelta(days=1)}
    if year >= 2026:
        days.add(date(year, 10, 4))
    return days


def is_closed(day, case):
    if case.get("holidays") == "italy" and day in holidays(day.year):
        return True
    for closure in case.get("closures", []):
        first, last = date.fromisoformat(closure["from"]), date.fromisoformat(closure["to"])
        if not closure["yearly"]:
            if first <= day <= last:
                return True
        else:
            for year in (day.year - 1, day.year):
                start = date(year, first.month, first.day)
                end = date(year + last.year - first.year, last.month, last.day)
                if start <= day <= end:
                    return True
    return False


def intervals(day, case):
    for special in case.get("openings", []):
        if special["date"] == day.isoformat():
            return special["intervals"]
    return [] if is_closed(day, case) else case["week"][day.weekday()]


def open_stretches(case, first, last):
    """Stretches open between two UTC moments, by reading every minute of each day's surroundings."""
    zone = ZoneInfo(case["zone"])
    found = []
    day = first.astimezone(zone).date() - timedelta(days=2)
    while day <= last.astimezone(zone).date() + timedelta(days=1):
        midnight = datetime(day.year, day.month, day.day)
        for start_minute, end_minute in intervals(day, case):
            start, end = midnight + timedelta(minutes=start_minute), midnight + timedelta(minutes=end_minute)
            probe = (start - timedelta(hours=15)).replace(tzinfo=UTC)
            opens = shuts = None
            while probe <= (end + timedelta(hours=15)).replace(tzinfo=UTC):
                shown = probe.astimezone(zone).replace(tzinfo=None)
                if opens is None and shown >= start:
                    opens = probe
                if shown < end:
                    shuts = probe + timedelta(minutes=1)
                probe += timedelta(minutes=1)
            if shuts > opens:
                found.append((opens, shuts))
        day += timedelta(days=1)
    found.sort()
    joined = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def seconds(case, first, last):
    total = timedelta()
    for start, end in open_stretches(case, first, last):
        total += max(timedelta(), min(end, last) - max(start, first))
    return total.total_seconds()


OFFICE = [[[540, 1080]]] * 5 + [[], []]
SPLIT = [[[540, 780], [870, 1110]]] * 5 + [[[570, 750]], []]
NIGHT = [[[1320, 1800]]] * 7
SMALL_HOURS = [[[90, 150]]] * 7
ALWAYS = [[[0, 1440]]] * 7
NEVER_ON = [[], [], [[600, 660]], [], [], [], []]

CASES = [
    ("the day clocks go forward", "Europe/Rome", ALWAYS, {}, "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"),
    ("nine to six on the days around a change", "Europe/Rome", [[[540, 1080]]] * 7, {}, "2026-03-28T00:00:00Z", "2026-03-31T00:00:00Z"),
    ("the night clocks go forward", "Europe/Rome", NIGHT, {}, "2026-03-28T20:00:00Z", "2026-03-29T10:00:00Z"),
    ("the night clocks go back", "Europe/Rome", NIGHT, {}, "2026-10-24T20:00:00Z", "2026-10-25T10:00:00Z"),
    ("an hour skipped in part", "Europe/Rome", SMALL_HOURS, {}, "2026-03-28T20:00:00Z", "2026-03-29T10:00:00Z"),
    ("an hour shown twice in part", "Europe/Rome", SMALL_HOURS, {}, "2026-10-24T20:00:00Z", "2026-10-25T10:00:00Z"),
    ("half past two to three when it does not exist", "Europe/Rome", [[[150, 180]]] * 7, {}, "2026-03-28T20:00:00Z", "2026-03-29T10:00:00Z"),
    ("until two when two comes twice", "Europe/Rome", [[[0, 120]]] * 7, {}, "2026-10-24T20:00:00Z", "2026-10-25T10:00:00Z"),
    ("a request in the last minute", "Europe/Rome", OFFICE, {}, "2026-03-06T16:59:30Z", "2026-03-09T08:00:30Z"),
    ("a request at night", "Europe/Rome", OFFICE, {}, "2026-03-05T23:30:00Z", "2026-03-06T08:45:00Z"),
    ("a weekend", "Europe/Rome", OFFICE, {}, "2026-03-06T17:00:00Z", "2026-03-09T08:00:00Z"),
    ("a year with its holidays", "Europe/Rome", OFFICE, {"holidays": "italy"}, "2025-12-31T23:00:00Z", "2026-12-31T23:00:00Z"),
    ("a year with a split day", "Europe/Rome", SPLIT, {"holidays": "italy"}, "2026-12-31T23:00:00Z", "2027-12-31T23:00:00Z"),
    ("a closure every year over new year", "Europe/Rome", OFFICE, {"closures": [{"from": "2020-12-24", "to": "2021-01-06", "yearly": True}]}, "2026-12-20T00:00:00Z", "2027-01-20T00:00:00Z"),
    ("a closure once", "Europe/Rome", OFFICE, {"closures": [{"from": "2026-08-10", "to": "2026-08-21", "yearly": False}]}, "2026-08-01T00:00:00Z", "2026-09-01T00:00:00Z"),
    ("a Sunday opening before Christmas", "Europe/Rome", OFFICE, {"holidays": "italy", "openings": [{"date": "2026-12-20", "intervals": [[600, 780], [840, 1140]]}, {"date": "2026-12-08", "intervals": [[600, 720]]}]}, "2026-12-01T00:00:00Z", "2026-12-31T00:00:00Z"),
    ("an hour a week", "Europe/Rome", NEVER_ON, {}, "2026-03-05T00:00:00Z", "2026-03-11T10:30:00Z"),
    ("half-hour zone", "Asia/Kolkata", OFFICE, {}, "2026-03-05T00:00:00Z", "2026-03-11T10:30:00Z"),
    ("half-hour daylight saving", "Australia/Lord_Howe", NIGHT, {}, "2026-04-03T00:00:00Z", "2026-04-07T00:00:00Z"),
    ("New York", "America/New_York", NIGHT, {}, "2026-03-06T00:00:00Z", "2026-03-10T00:00:00Z"),
]

if __name__ == "__main__":
    cases = []
    for name, zone, week, more, first, last in CASES:
        case = {"name": name, "zone": zone, "week": week, "holidays": "none", "closures": [], "openings": [], **more}
        begin, end = (datetime.fromisoformat(text.replace("Z", "+00:00")) for text in (first, last))
        cases.append({**case, "from": first, "to": last, "openSeconds": seconds(case, begin, end)})
    print("{")
    print(f' "made": "Python {sys.version.split()[0]}, zoneinfo, dateutil {dateutil.__version__}",')
    print(' "easter": ' + json.dumps([easter(year).isoformat() for year in range(1900, 2100)]) + ",")
    print(' "cases": [\n  ' + ",\n  ".join(json.dumps(case) for case in cases) + "\n ]")
    print("}")
