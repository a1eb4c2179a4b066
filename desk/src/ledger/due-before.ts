/** A promise that its owner had, or has, to keep. */
export type Burden = {
  readonly promiseId: string
  readonly ownerId: string | null
  readonly saidAt: string
  readonly dueUntil: string
  /** Null while it is owed. */
  readonly settledAt: string | null
}

export type DueBefore = {
  /** How many of this owner's promises, owed at `at`, are due before `due`, not counting `promiseId`. */
  readonly count: (asked: Moment & { readonly due: number }) => number
  /** When they are due, earliest first. */
  readonly dues: (asked: Moment) => readonly number[]
}

type Moment = { readonly ownerId: string | null; readonly promiseId: string | null; readonly at: number }

/** Load, as what is due before. Times are milliseconds since 1970. */
export function dueBeforeAmong(burdens: readonly Burden[]): DueBefore {
  const byOwner = Map.groupBy(burdens.map(inNumbers), ({ ownerId }) => ownerId)
  const owedAt = ({ ownerId, promiseId, at }: Moment) =>
    (byOwner.get(ownerId) ?? []).filter(
      ({ said, settled, promiseId: id }) => said <= at && settled > at && id !== promiseId,
    )
  return {
    count: (asked) => owedAt(asked).filter(({ due }) => due < asked.due).length,
    dues: (asked) =>
      owedAt(asked)
        .map(({ due }) => due)
        .toSorted((a, b) => a - b),
  }
}

function inNumbers({ promiseId, ownerId, saidAt, dueUntil, settledAt }: Burden) {
  return {
    promiseId,
    ownerId,
    said: millisecondsOf(saidAt),
    due: millisecondsOf(dueUntil),
    settled: settledAt === null ? Infinity : millisecondsOf(settledAt),
  }
}

function millisecondsOf(at: string): number {
  return Temporal.Instant.from(at).epochMilliseconds
}
