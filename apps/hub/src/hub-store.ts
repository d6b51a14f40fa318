import { PGlite } from '@electric-sql/pglite'
import type { Batch } from '@riverside/contract'
import { fail, ok, type Result } from '@riverside/kit'
import type { Bucket } from '@riverside/smile'

/** What the hub needs of its database. PostgreSQL in the process by default; a server behind the same few words. */
export type HubStore = {
  /**
   * Keeps a batch and its rows in one transaction, once; gives the highest seq without a gap before it. The same batch again
   * changes nothing, the same number with other content is refused.
   */
  take(batch: Batch): Promise<Result<{ contiguous: number }, 'other-content'>>
  /** All rows of a station in the order of their keys. */
  bucketsOf(station: string): Promise<readonly unknown[]>
  counts(): Promise<{ stations: number; batches: number; buckets: number; database: string }>
  close(): Promise<void>
}

const tables = `
  CREATE TABLE IF NOT EXISTS batch (
    station text NOT NULL,
    epoch text NOT NULL,
    seq integer NOT NULL,
    sha256 text NOT NULL,
    rows integer NOT NULL,
    taken_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (station, epoch, seq)
  );
  CREATE TABLE IF NOT EXISTS stream (
    station text NOT NULL,
    epoch text NOT NULL,
    contiguous integer NOT NULL,
    PRIMARY KEY (station, epoch)
  );
  CREATE TABLE IF NOT EXISTS bucket (
    station text NOT NULL,
    door text NOT NULL,
    quarter timestamptz NOT NULL,
    rev integer NOT NULL,
    counts jsonb NOT NULL,
    PRIMARY KEY (station, door, quarter)
  );`

/** @param folder where the database lies; none keeps it in memory, for tests. */
export async function openHubStore(folder?: string): Promise<HubStore> {
  const database = await PGlite.create(folder === undefined ? {} : { dataDir: folder })
  await database.exec(tables)
  return {
    take: (batch) =>
      database.transaction(async (go) => {
        const { rows: known } = await go.query<{ sha256: string }>(
          'SELECT sha256 FROM batch WHERE station = $1 AND epoch = $2 AND seq = $3',
          [batch.station, batch.epoch, batch.seq],
        )
        if (known[0] && known[0].sha256 !== batch.sha256) return fail('other-content')
        if (!known[0]) {
          await go.query('INSERT INTO batch (station, epoch, seq, sha256, rows) VALUES ($1, $2, $3, $4, $5)', [
            batch.station,
            batch.epoch,
            batch.seq,
            batch.sha256,
            batch.rows.length,
          ])
          await go.query(upsert, [JSON.stringify(batch.rows.map(rowOf))])
        }
        const { rows: reached } = await go.query<{ contiguous: number }>(advance, [batch.station, batch.epoch])
        return ok({ contiguous: reached[0]?.contiguous ?? 0 })
      }),
    async bucketsOf(station) {
      const { rows } = await database.query<{ counts: unknown }>(
        'SELECT counts FROM bucket WHERE station = $1 ORDER BY door, quarter',
        [station],
      )
      return rows.map(({ counts }) => counts)
    },
    async counts() {
      const { rows } = await database.query<{ stations: number; batches: number; buckets: number; database: string }>(
        `SELECT (SELECT count(DISTINCT station)::int FROM stream) AS stations, (SELECT count(*)::int FROM batch) AS batches,
                (SELECT count(*)::int FROM bucket) AS buckets, current_setting('server_version') AS database`,
      )
      return rows[0] ?? { stations: 0, batches: 0, buckets: 0, database: '' }
    },
    close: () => database.close(),
  }
}

/** A correction replaces what it corrects; anything older leaves it alone. */
const upsert = `
  INSERT INTO bucket (station, door, quarter, rev, counts)
  SELECT station, door, quarter, rev, counts
  FROM jsonb_to_recordset($1::jsonb) AS row (station text, door text, quarter timestamptz, rev integer, counts jsonb)
  ON CONFLICT (station, door, quarter) DO UPDATE SET rev = excluded.rev, counts = excluded.counts
  WHERE bucket.rev < excluded.rev`

/** Moves the mark of a stream over every batch that follows it without a gap. */
const advance = `
  INSERT INTO stream AS mark (station, epoch, contiguous)
  SELECT $1, $2, coalesce(min(here.seq), 0)
  FROM (
    SELECT coalesce((SELECT contiguous FROM stream WHERE station = $1 AND epoch = $2), 0) AS seq
    UNION SELECT seq FROM batch WHERE station = $1 AND epoch = $2
      AND seq > coalesce((SELECT contiguous FROM stream WHERE station = $1 AND epoch = $2), 0)
  ) AS here
  WHERE NOT EXISTS (SELECT FROM batch AS beyond WHERE beyond.station = $1 AND beyond.epoch = $2 AND beyond.seq = here.seq + 1)
  ON CONFLICT (station, epoch) DO UPDATE SET contiguous = excluded.contiguous
  RETURNING contiguous`

const rowOf = (bucket: Bucket) => ({
  station: bucket.station,
  door: bucket.door,
  quarter: bucket.quarter,
  rev: bucket.rev,
  counts: bucket,
})
