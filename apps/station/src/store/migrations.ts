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
]

export const newestVersion = migrations.at(-1)?.version ?? 0
