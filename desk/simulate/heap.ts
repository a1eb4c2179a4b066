/** What waits for its moment; among equals the one with the smaller id comes first. */
export type Waiting = { readonly at: number; readonly id: string | number }

export function push<One extends Waiting>(heap: One[], one: One): void {
  let place = heap.length
  heap.push(one)
  while (place > 0) {
    const above = (place - 1) >> 1
    const parent = heap[above]
    if (parent === undefined || !isBefore(one, parent)) break
    heap[place] = parent
    place = above
  }
  heap[place] = one
}

/** Takes the first away. */
export function pop<One extends Waiting>(heap: One[]): void {
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return
  let place = 0
  for (;;) {
    let below = place * 2 + 1
    const [left, right] = [heap[below], heap[below + 1]]
    if (left === undefined) break
    if (right !== undefined && isBefore(right, left)) below += 1
    const smaller = heap[below]
    if (smaller === undefined || !isBefore(smaller, last)) break
    heap[place] = smaller
    place = below
  }
  heap[place] = last
}

function isBefore(one: Waiting, other: Waiting): boolean {
  return one.at < other.at || (one.at === other.at && one.id < other.id)
}
