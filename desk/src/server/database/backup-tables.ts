import type { Queries } from "./database.ts"

/** A table that a backup holds. `columns`: those that are stored and not computed, quoted for SQL. */
export type Table = { readonly name: string; readonly quoted: string; readonly columns: readonly string[] }

/** A counter behind an identity column and the last number it gave. */
export type Counter = { readonly table: string; readonly column: string; readonly last: number }

/** All tables of ours but the list of migrations. */
export function tablesOf(queries: Queries): Promise<readonly Table[]> {
  return queries.query<Table>(`
    select c.relname as name, quote_ident(c.relname) as quoted,
      array_agg(quote_ident(a.attname) order by a.attnum) filter (where a.attgenerated = '') as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and c.relname <> 'migrations'
    group by c.relname order by c.relname`)
}

/** The counters that have given a number. They are kept because rows with higher numbers may be gone already. */
export function countersOf(queries: Queries): Promise<readonly Counter[]> {
  return queries.query<Counter>(`
    select "table", "column", pg_sequence_last_value(sequence) as last
    from (
      select c.relname as "table", a.attname as "column",
        pg_get_serial_sequence(quote_ident(c.relname), a.attname)::regclass as sequence
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and a.attidentity <> ''
    ) as counters
    where pg_sequence_last_value(sequence) is not null
    order by "table", "column"`)
}

export async function setCounter(queries: Queries, { table, column, last }: Counter): Promise<void> {
  await queries.query("select setval(pg_get_serial_sequence(quote_ident($1), $2), $3)", [table, column, last])
}

export async function firstTableWithRows(queries: Queries): Promise<string | undefined> {
  for (const { name, quoted } of await tablesOf(queries)) {
    const rows = await queries.query(`select 1 from ${quoted} limit 1`)
    if (rows.length > 0) return name
  }
  return undefined
}

const ROWS_MAX = 200 // in memory at once; a long message has 100,000 characters

/** The rows of a table as lines of JSON that PostgreSQL wrote and reads again. Only inside a transaction. */
export async function* linesOf(queries: Queries, { quoted, columns }: Table): AsyncGenerator<readonly string[]> {
  const rows = `select ${columns.join(", ")} from ${quoted}`
  await queries.query(
    `declare backup_lines no scroll cursor for select row_to_json(rows)::text as line from (${rows}) as rows`,
  )
  for (;;) {
    const found = await queries.query<{ line: string }>(`fetch ${ROWS_MAX} from backup_lines`)
    if (found.length === 0) break
    yield found.map(({ line }) => line)
  }
  await queries.query("close backup_lines")
}

export async function insertLines(queries: Queries, table: Table, lines: readonly string[]): Promise<void> {
  const columns = table.columns.join(", ")
  await queries.query(
    `insert into ${table.quoted} (${columns}) overriding system value
    select ${columns} from json_populate_recordset(null::${table.quoted}, $1::json)`,
    [`[${lines.join(",")}]`],
  )
}

/**
 * Runs `work` without foreign keys and triggers, so that rows may come in any order and nothing reacts to them. The keys
 * are made again afterwards, which checks every row.
 */
export async function withoutChecks(queries: Queries, work: () => Promise<void>): Promise<void> {
  const tables = await tablesOf(queries)
  const keys = await queries.query<{ table: string; name: string; definition: string }>(`
    select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace order by conname`)
  for (const { table, name } of keys) await queries.query(`alter table ${table} drop constraint ${name}`)
  for (const { quoted } of tables) await queries.query(`alter table ${quoted} disable trigger user`)
  await work()
  for (const { quoted } of tables) await queries.query(`alter table ${quoted} enable trigger user`)
  for (const { table, name, definition } of keys) {
    await queries.query(`alter table ${table} add constraint ${name} ${definition}`)
  }
}
