export const DAYS: ReadonlySet<string> = new Set(
  "~monday ~tuesday ~wednesday ~thursday ~friday ~saturday ~sunday".split(" "),
)

/** Said of every second thing that is sold: no property by itself. */
export const LIGHT: ReadonlySet<string> = new Set([
  ..."+price +free +limit +least +include +available +month +allow +require +user +discount +extra".split(" "),
  ...DAYS,
])
