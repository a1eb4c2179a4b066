type Defined<T> = { [Name in keyof T]: Exclude<T[Name], undefined> }

/** The members that have a value: a field that was left out of a request is absent, not undefined. */
export function withoutUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Defined<T>
}
