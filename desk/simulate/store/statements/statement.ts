import type { Tables } from "../tables.ts"

/**
 * What one statement of desk/src/server/database means, on the tables in memory. `given` are its parameters. `real`: what
 * the real store has just answered, where both run side by side: of rows that are due in the same moment SQL does not say
 * which comes first, so there the memory follows the real store.
 */
export type Statement = (tables: Tables, given: readonly unknown[], real: Rows | null, sql: string) => Rows

export type Rows = readonly Readonly<Record<string, unknown>>[]

/** By how the statement begins, with each stretch of blanks as one. Exactly one beginning must fit. */
export type Statements = Readonly<Record<string, Statement>>

export const NOTHING: Rows = []
export const FOUND: Rows = [{}]
