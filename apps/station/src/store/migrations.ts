/** One step of the database. Steps are only ever added: a station of any age walks the rest of the way by itself. */
export type Migration = { readonly version: number; readonly name: string; readonly up: string }

export const migrations: readonly Migration[] = [
  {
    version: 1,
    name: 'what the station knows of itself',
    up: `
      CREATE TABLE setting (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `,
  },
  {
    version: 2,
    name: 'quarter-hours of smiles and passages, and what the hub has yet to hear of them',
    up: `
      CREATE TABLE bucket (
        station TEXT NOT NULL,
        door TEXT NOT NULL CHECK (door IN ('entry', 'exit')),
        quarter TEXT NOT NULL,
        mode TEXT NOT NULL CHECK (mode IN ('opt-in', 'ambient', 'off')),
        in_n INTEGER NOT NULL DEFAULT 0,
        out_n INTEGER NOT NULL DEFAULT 0,
        n INTEGER NOT NULL DEFAULT 0,
        u INTEGER NOT NULL DEFAULT 0,
        x INTEGER NOT NULL DEFAULT 0,
        parties INTEGER NOT NULL DEFAULT 0,
        sum_x2 INTEGER NOT NULL DEFAULT 0,
        sum_xn INTEGER NOT NULL DEFAULT 0,
        sum_n2 INTEGER NOT NULL DEFAULT 0,
        covered_s REAL NOT NULL DEFAULT 0,
        light_class TEXT,
        detector_version TEXT,
        clock_state TEXT,
        b1 INTEGER NOT NULL DEFAULT 0,
        b2 INTEGER NOT NULL DEFAULT 0,
        b3 INTEGER NOT NULL DEFAULT 0,
        b4 INTEGER NOT NULL DEFAULT 0,
        b5 INTEGER NOT NULL DEFAULT 0,
        skipped INTEGER NOT NULL DEFAULT 0,
        p11 INTEGER NOT NULL DEFAULT 0,
        p10 INTEGER NOT NULL DEFAULT 0,
        p01 INTEGER NOT NULL DEFAULT 0,
        p00 INTEGER NOT NULL DEFAULT 0,
        dwell TEXT,
        rev INTEGER NOT NULL DEFAULT 0,
        sealed INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (station, door, quarter),
        CHECK (x <= n),
        CHECK (covered_s BETWEEN 0 AND 900)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX bucket_by_quarter ON bucket (quarter);
      CREATE INDEX bucket_unsealed ON bucket (quarter) WHERE sealed = 0;
      CREATE TABLE outbox (
        epoch TEXT NOT NULL,
        seq INTEGER NOT NULL,
        rows TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        acknowledged_at INTEGER,
        PRIMARY KEY (epoch, seq)
      ) STRICT, WITHOUT ROWID;
    `,
  },
  {
    version: 3,
    name: 'hours and days that quarter-hours were added up to when they grew too old',
    up: `
      CREATE TABLE total (
        length TEXT NOT NULL CHECK (length IN ('hour', 'day')),
        station TEXT NOT NULL,
        door TEXT NOT NULL CHECK (door IN ('entry', 'exit')),
        span TEXT NOT NULL,
        mode TEXT NOT NULL CHECK (mode IN ('opt-in', 'ambient', 'off')),
        in_n INTEGER NOT NULL,
        out_n INTEGER NOT NULL,
        in_minutes REAL NOT NULL,
        out_minutes REAL NOT NULL,
        n INTEGER NOT NULL,
        u INTEGER NOT NULL,
        x INTEGER NOT NULL,
        partyless INTEGER NOT NULL,
        parties INTEGER NOT NULL,
        sum_x2 INTEGER NOT NULL,
        sum_xn INTEGER NOT NULL,
        sum_n2 INTEGER NOT NULL,
        covered REAL NOT NULL,
        quarters INTEGER NOT NULL,
        doubt INTEGER NOT NULL,
        first_detector TEXT,
        last_detector TEXT,
        b1 INTEGER NOT NULL,
        b2 INTEGER NOT NULL,
        b3 INTEGER NOT NULL,
        b4 INTEGER NOT NULL,
        b5 INTEGER NOT NULL,
        p11 INTEGER NOT NULL,
        p10 INTEGER NOT NULL,
        p01 INTEGER NOT NULL,
        p00 INTEGER NOT NULL,
        PRIMARY KEY (length, station, door, span, mode)
      ) STRICT, WITHOUT ROWID;
    `,
  },
  {
    version: 4,
    name: 'how well readers and counters agree with people, as tallies',
    up: `
      CREATE TABLE calibration_run (
        station TEXT NOT NULL,
        door TEXT NOT NULL CHECK (door IN ('entry', 'exit')),
        run INTEGER NOT NULL,
        began TEXT NOT NULL,
        detector TEXT NOT NULL,
        adopted INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (station, door, run)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE calibration_tally (
        station TEXT NOT NULL,
        door TEXT NOT NULL,
        run INTEGER NOT NULL,
        light_class TEXT NOT NULL,
        smiling_seen INTEGER NOT NULL DEFAULT 0,
        smiling_missed INTEGER NOT NULL DEFAULT 0,
        unsmiling_seen INTEGER NOT NULL DEFAULT 0,
        unsmiling_mistaken INTEGER NOT NULL DEFAULT 0,
        both_smile INTEGER NOT NULL DEFAULT 0,
        only_first INTEGER NOT NULL DEFAULT 0,
        only_second INTEGER NOT NULL DEFAULT 0,
        neither INTEGER NOT NULL DEFAULT 0,
        unclear INTEGER NOT NULL DEFAULT 0,
        unreadable INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (station, door, run, light_class)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE counter_check (
        station TEXT NOT NULL,
        door TEXT NOT NULL CHECK (door IN ('entry', 'exit')),
        began TEXT NOT NULL,
        hand_in INTEGER NOT NULL DEFAULT 0,
        hand_out INTEGER NOT NULL DEFAULT 0,
        counter_in INTEGER NOT NULL DEFAULT 0,
        counter_out INTEGER NOT NULL DEFAULT 0,
        ended INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (station, door)
      ) STRICT, WITHOUT ROWID;
    `,
  },
  {
    version: 5,
    name: 'quarter-hours whose passages are not all there',
    up: `
      ALTER TABLE bucket ADD COLUMN counter_state TEXT;
      ALTER TABLE total ADD COLUMN uncounted INTEGER NOT NULL DEFAULT 0;
    `,
  },
  {
    version: 6,
    name: 'groups that a guide led through a programme',
    up: `
      CREATE TABLE reception (
        began TEXT NOT NULL PRIMARY KEY,
        ended TEXT NOT NULL,
        programme TEXT NOT NULL,
        title_zh TEXT NOT NULL,
        title_en TEXT NOT NULL,
        people INTEGER CHECK (people IS NULL OR people BETWEEN 1 AND 500),
        items INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `,
  },
  {
    version: 7,
    name: 'prints under way, without anything of a card',
    up: `
      CREATE TABLE print_ticket (
        ticket TEXT PRIMARY KEY,
        once TEXT NOT NULL UNIQUE,
        visit TEXT,
        printed TEXT NOT NULL CHECK (printed IN ('card', 'back', 'sheet')),
        job TEXT,
        state TEXT NOT NULL,
        has_begun INTEGER NOT NULL,
        held_since INTEGER,
        asked_at INTEGER NOT NULL,
        cleared INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `,
  },
  {
    version: 8,
    name: 'prints that stand still with nothing known to be in their way',
    up: 'ALTER TABLE print_ticket ADD COLUMN still_since INTEGER;',
  },
]

export const newestVersion = migrations.at(-1)?.version ?? 0
