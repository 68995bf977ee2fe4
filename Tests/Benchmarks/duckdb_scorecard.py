#!/usr/bin/env python3
"""What a data engineer would write instead of winback: the core of the report as DuckDB SQL over the same folder.

duckdb_scorecard.py FOLDER [--threads N] [--lenient]

--lenient leaves out what costs DuckDB most: which of two rows of one order is the later, and what is an echo. Left out
always are curves, intervals, money by channel, lift, payback, guardrails and the playbook: it does less than winback.
"""
import argparse
import glob
import json
import os
import time
import tomllib

t0 = time.time()
import duckdb

p = argparse.ArgumentParser()
p.add_argument("folder")
p.add_argument("--threads", type=int, default=os.cpu_count())
p.add_argument("--lenient", action="store_true")
a = p.parse_args()
cfg = {}
if os.path.exists(a.folder + "/winback.toml"): cfg = tomllib.load(open(a.folder + "/winback.toml", "rb"))
zone = cfg.get("timezone", "UTC")
q = duckdb.connect(config={"threads": a.threads})
q.execute("SET TimeZone='UTC'")
place = "'' filename, 0 line" if a.lenient else "filename, row_number() OVER () line"
after_a_send = "coalesce(bool_or(event IN ('sent', 'delivered')) OVER (PARTITION BY c, channel, campaign, step ORDER BY ts, line ROWS UNBOUNDED PRECEDING), false)"
echo = "false" if a.lenient else "event IN ('opened', 'clicked', 'replied') AND " + after_a_send
def load(table, cols):
    files = sorted(glob.glob(f"{a.folder}/{table}*.csv"))
    have = open(files[0]).readline().strip().split(",") if files else []
    pick = ", ".join(c if c in have else f"NULL::VARCHAR {c}" for c in cols)
    src = f"read_csv({files!r}, header=true, all_varchar=true, filename={str(not a.lenient).lower()})" if files else "(SELECT 1 WHERE false)"
    q.execute(f"CREATE VIEW {table} AS SELECT {pick}, {place} FROM {src}" if files else f"CREATE VIEW {table} AS SELECT {', '.join('NULL::VARCHAR ' + c for c in cols + ['filename'])}, 0 line WHERE false")
# a moment in the business zone: bare date -> its edge, zoned -> moved, zoneless -> as is
def local(c, edge):
    return f"""CASE WHEN length({c}) = 10 THEN {c}::TIMESTAMP + INTERVAL '{86399 if edge else 0} seconds'
      WHEN regexp_matches({c}, '(Z|[+-][0-9]{{2}}:[0-9]{{2}})$') THEN timezone('{zone}', {c}::TIMESTAMPTZ) ELSE {c}::TIMESTAMP END"""
load("orders", ["order_id", "customer_id", "ordered_at", "revenue", "discount", "discount_code", "refunded", "refunded_at", "status"])
load("touches", ["customer_id", "touched_at", "channel", "campaign", "step", "event", "segment"])
load("assignments", ["customer_id", "assigned_at", "arm", "segment"])
load("cancellations", ["customer_id", "cancelled_at", "voluntary"])
load("customers", ["customer_id", "segment"])
codes = [c.lower() for c in cfg.get("offers", {}).get("winback_codes", [])]
off = f"coalesce(lower(discount_code) IN ({', '.join(map(repr, codes))}), false)" if codes else "(coalesce(discount::DOUBLE, 0) > 0 OR discount_code IS NOT NULL)"
q.execute(f"""
CREATE TEMP TABLE o AS SELECT customer_id c, {local('ordered_at', True)} ts, revenue::DOUBLE rev, coalesce(refunded::DOUBLE, 0) ref, refunded_at::DATE rd,
   lower(coalesce(status, '')) status, {off} AS offered FROM orders QUALIFY row_number() OVER (PARTITION BY order_id ORDER BY filename DESC, line) = 1;
CREATE TEMP TABLE t AS SELECT *, {echo} echo
   FROM (SELECT customer_id c, {local('touched_at', False)} ts, lower(channel) channel, lower(coalesce(event, 'sent')) event, segment, campaign, step, line FROM touches);
CREATE TEMP TABLE s AS SELECT customer_id c, {local('assigned_at', False)} ts, lower(arm) arm, segment FROM assignments;
CREATE TEMP TABLE x AS SELECT customer_id c, ({local('cancelled_at', False)})::DATE d FROM cancellations WHERE lower(coalesce(voluntary, '')) NOT IN ('false', 'no', '0');
""")
D = q.execute("SELECT max(ts)::DATE FROM o").fetchone()[0]
q.execute(f"""
DELETE FROM t WHERE ts::DATE > DATE '{D}'; DELETE FROM s WHERE ts::DATE > DATE '{D}'; DELETE FROM x WHERE d > DATE '{D}';
CREATE TEMP TABLE p AS SELECT c, ts::DATE d, min(ts) ts, sum(rev - r) net, bool_or(offered) offered FROM
   (SELECT *, CASE WHEN rd IS NULL OR rd <= DATE '{D}' THEN ref ELSE 0 END r FROM o)
   WHERE status NOT IN ('cancelled','canceled','voided','failed','pending','draft','test') AND rev - r > 0 GROUP BY 1, 2;
CREATE TEMP TABLE g AS SELECT *, lead(d) OVER w nd, lead(ts) OVER w nts, lead(offered) OVER w noff, row_number() OVER w k FROM p WINDOW w AS (PARTITION BY c ORDER BY d);
""")
m, n = q.execute("SELECT median(nd - d), count(nd) FROM g").fetchone()
lapse = cfg.get("lapse", {})
L = (float(lapse["days"]) if "days" in lapse else 10**6 if cfg.get("model") == "saas" else
     lapse.get("multiple", 2) * m if n >= lapse.get("minimum_gaps", 100) else lapse.get("fallback_days", 90))
W, H = cfg.get("windows", {}).get("reactivation_days", 60), cfg.get("windows", {}).get("ltv_days", 180)
win = dict({"email": 7, "sms": 3, "push": 1, "retargeting": 7, "social": 7, "call": 30, "direct_mail": 30}, **cfg.get("attribution", {}).get("window_days", {}))
q.execute(f"""
CREATE TEMP TABLE e AS SELECT * FROM (SELECT g.c, g.k, g.d last, g.ts lts, g.nd, g.nts, g.noff, least(g.d + {int(L)} + 1, f.d) start
   FROM g LEFT JOIN (SELECT g.c, g.k, min(x.d) d FROM g JOIN x ON x.c = g.c AND x.d >= g.d AND (g.nd IS NULL OR x.d < g.nd) GROUP BY 1, 2) f
     ON f.c = g.c AND f.k = g.k) WHERE start <= coalesce(nd, DATE '{D}');
CREATE TEMP TABLE et AS SELECT e.c, e.k, t.ts, t.channel, t.event, t.segment, e.nd, t.echo FROM e JOIN t ON t.c = e.c AND t.ts >= e.start AND t.ts > e.lts AND (e.nts IS NULL OR t.ts <= e.nts)
   WHERE t.event NOT IN ('bounced','failed','unsubscribed','complained');
CREATE TEMP TABLE z AS SELECT e.*, coalesce(es.ts, tt.ts)::DATE z, coalesce(es.arm, 'treatment') arm, coalesce(es.segment, CASE WHEN es.ts IS NULL THEN tt.own END, tt.seg, cu.segment, '(none)') segment FROM e
   LEFT JOIN (SELECT c, k, min(ts) FILTER (NOT echo) ts, arg_min(segment, ts) FILTER (segment IS NOT NULL) seg, arg_min(segment, ts) FILTER (NOT echo) own FROM et GROUP BY 1, 2) tt USING (c, k)
   LEFT JOIN (SELECT e.c, e.k, arg_min(s.arm, s.ts) arm, arg_min(s.segment, s.ts) segment, min(s.ts) ts FROM e JOIN s ON s.c = e.c AND s.ts >= e.start AND s.ts > e.lts AND (e.nts IS NULL OR s.ts <= e.nts) GROUP BY 1, 2) es
     ON es.c = e.c AND es.k = e.k AND (tt.ts IS NULL OR es.ts::DATE <= tt.ts::DATE)
   LEFT JOIN customers cu ON cu.customer_id = e.c WHERE coalesce(es.ts, tt.ts) IS NOT NULL;
CREATE TEMP TABLE mature AS SELECT *, strftime(z, '%Y-%m') AS mon, coalesce(nd - z <= {W}, false) won FROM z WHERE z + {W} <= DATE '{D}' AND arm <> 'holdout';
CREATE TEMP TABLE by_touch AS SELECT c, k, arg_max(channel, (ts, CASE event WHEN 'clicked' THEN 3 WHEN 'replied' THEN 3 WHEN 'opened' THEN 2 WHEN 'delivered' THEN 1 ELSE 0 END)) channel
   FROM et WHERE nd IS NOT NULL AND nd - ts::DATE <= CASE channel {' '.join(f"WHEN '{k}' THEN {v}" for k, v in win.items())} ELSE 7 END GROUP BY 1, 2;
""")
one = lambda sql: q.execute(sql).fetchall()
head = one(f"SELECT strftime(max(last_day(CAST(r AS DATE))), '%Y-%m') FROM generate_series(DATE '{D}' - INTERVAL 400 DAY, DATE '{D}', INTERVAL 1 DAY) u(r) WHERE last_day(CAST(r AS DATE)) + {W} <= DATE '{D}'")[0][0]
quarter = [r[0] for r in one(f"SELECT strftime(DATE '{head}-01' - i * INTERVAL 1 MONTH, '%Y-%m') FROM range(3) u(i)")]
inq = "mon IN (" + ",".join(f"'{x}'" for x in quarter) + ")"
out = dict(as_of=str(D), gaps=n, median_gap=m, episodes=one("SELECT count(*) FROM e")[0][0], enrolled=one("SELECT count(*) FROM z")[0][0], quarter=quarter,
    segments=[(r[0], int(r[1]), r[2]) for r in one(f"SELECT segment, sum(won::INT), count(*) FROM mature WHERE {inq} GROUP BY 1 ORDER BY 1")],
    months=[(r[0], int(r[1]), r[2]) for r in one("SELECT mon, sum(won::INT), count(*) FROM mature GROUP BY 1 ORDER BY 1")],
    channels=[(r[0], r[1]) for r in one(f"SELECT coalesce(b.channel, 'unattributed'), count(*) FROM mature LEFT JOIN by_touch b USING (c, k) WHERE won AND {inq} GROUP BY 1 ORDER BY 1")],
    curve=([r[1] for r in one(f"SELECT i, count(*) FROM range(0, 181) u(i) JOIN z ON nd - z.z <= i WHERE arm <> 'holdout' GROUP BY 1 ORDER BY 1")] or [0])[-1],
    new_ltv=one(f"SELECT avg(v) FROM (SELECT f.c, sum(p.net) v FROM (SELECT c, d FROM g WHERE k = 1 AND d + {H} <= DATE '{D}') f JOIN p ON p.c = f.c AND p.d - f.d < {H} AND p.d >= f.d GROUP BY 1)")[0][0])
out["seconds"] = round(time.time() - t0, 3)
print(json.dumps(out))
