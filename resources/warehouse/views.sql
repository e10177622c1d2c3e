-- The project's figures as portable SQL over its tables (accounts, messages, requests, bookings, tribe_members).
-- Only joins, grouping, windows, ln and exp are used, so that these views run in DuckDB, SQLite, ClickHouse or Spark SQL.
-- A figure here has no interval, no floor and no filter of the workbench: it is the sum that the workbench starts from.

-- Messages by network, direction and language.
CREATE VIEW message_counts AS
SELECT network, direction, language, count(*) AS messages, count(DISTINCT account_id) AS accounts
FROM messages GROUP BY network, direction, language;

-- One row for each brand and kind of each request that counts.
CREATE VIEW asked AS
SELECT r.brand, i.intent AS intent, r.request_id, r.account_id, r.waited_seconds, r.censored, r.outcome, r.precision
FROM requests r JOIN (
  SELECT 'purchase' AS intent UNION ALL SELECT 'information' UNION ALL SELECT 'trouble' UNION ALL SELECT 'idea' UNION ALL SELECT 'decision'
) i ON r.intents LIKE '%,' || i.intent || ',%'
WHERE r.counted;

-- Requests, answers and the mean of the answers given, by brand and kind.
CREATE VIEW waits AS
SELECT brand, intent, count(*) AS requests, count(DISTINCT account_id) AS askers,
  sum(CASE WHEN censored THEN 0 ELSE 1 END) AS answered,
  sum(CASE WHEN outcome = 'private' THEN 1 ELSE 0 END) AS sent_to_private,
  avg(CASE WHEN NOT censored AND precision = 'fine' THEN waited_seconds END) AS mean_of_answers_seconds
FROM asked GROUP BY brand, intent;

-- Share still waiting after each time at which somebody was answered (Kaplan and Meier 1958), by brand and kind; times known to the day or better.
CREATE VIEW survival_steps AS
WITH timed AS (
  SELECT brand, intent, waited_seconds AS at_seconds, CASE WHEN censored THEN 0 ELSE 1 END AS answered
  FROM asked WHERE waited_seconds IS NOT NULL AND precision IN ('fine', 'day')
), moments AS (
  SELECT brand, intent, at_seconds, sum(answered) AS answered, count(*) AS leaving FROM timed GROUP BY brand, intent, at_seconds
), standing AS (
  SELECT brand, intent, at_seconds, answered, sum(leaving) OVER (PARTITION BY brand, intent ORDER BY at_seconds DESC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS at_risk
  FROM moments
), factors AS (
  SELECT brand, intent, at_seconds, answered, at_risk,
    CASE WHEN answered >= at_risk THEN NULL ELSE ln(1.0 * (at_risk - answered) / at_risk) END AS log_factor
  FROM standing WHERE answered > 0
)
SELECT brand, intent, at_seconds, answered, at_risk,
  CASE WHEN log_factor IS NULL THEN 0.0
    ELSE exp(sum(log_factor) OVER (PARTITION BY brand, intent ORDER BY at_seconds ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) END AS waiting
FROM factors;

-- Points by brand and rule, then what each profile gave and received. The books of one brand take its own rows and those between
-- people, which have no brand.
CREATE VIEW ledger_rules AS
SELECT brand, rule, rule_version, count(*) AS bookings, sum(points) AS points FROM bookings GROUP BY brand, rule, rule_version;

CREATE VIEW ledger_accounts AS
SELECT account_id, sum(created) AS created, sum(consumed) AS consumed FROM (
  SELECT giver_id AS account_id, points AS created, 0.0 AS consumed FROM bookings WHERE giver_kind = 'account'
  UNION ALL
  SELECT receiver_id, 0.0, points FROM bookings WHERE receiver_kind = 'account' AND basis <> 'estimated'
) sides GROUP BY account_id;

CREATE VIEW tribe_sizes AS SELECT lens, tribe, count(DISTINCT account_id) AS people FROM tribe_members GROUP BY lens, tribe;
