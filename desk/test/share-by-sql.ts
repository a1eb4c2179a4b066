/** Which workspace and period a report is recomputed for. */
export type Asked = {
  readonly workspaceId: string
  readonly from: string
  readonly until: string
  readonly now: string
}

/** A share as JSON, its range by Wilson's formula in the form of Newcombe 1998 (method 3), which is not how the ledger writes it. */
export function share(count: string, n: string): string {
  const [x, all] = [`(${count})::numeric`, `nullif((${n}), 0)::numeric`]
  const z = "1.959963984540054"
  const root = `sqrt(${z} * ${z} + 4 * ${x} * (1 - ${x} / ${all}))`
  const edge = (sign: string) => `(2 * ${x} + ${z} * ${z} ${sign} ${z} * ${root}) / (2 * (${all} + ${z} * ${z}))`
  return `jsonb_build_object('count', ${count}, 'n', ${n}, 'percent', coalesce(trunc(100 * ${x} / ${all}), 0),
    'low', case when (${count}) = 0 then 0 else floor(100 * ${edge("-")}) end,
    'high', case when (${count}) = (${n}) then 100 else ceil(100 * ${edge("+")}) end)`
}
