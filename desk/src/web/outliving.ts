/** What browsers send on when a page is gone is 64 kB in all; drafts need most of it. */
const OUTLIVING_MAX = 16_384 // bytes under way at once
let underWay = 0

/**
 * A change that the browser sends on when the tab is closed at once. What is too long for that asks before it is closed, while it
 * is under way. `send` is told whether the page may go.
 */
export async function outliving<Answer>(
  written: string,
  send: (keepalive: boolean) => Promise<Answer>,
): Promise<Answer> {
  const size = new TextEncoder().encode(written).length
  if (underWay + size > OUTLIVING_MAX) return asking(() => send(false))
  underWay += size
  try {
    return await send(true)
  } finally {
    underWay -= size
  }
}

async function asking<Answer>(send: () => Promise<Answer>): Promise<Answer> {
  const warn = (event: BeforeUnloadEvent) => event.preventDefault()
  window.addEventListener("beforeunload", warn)
  try {
    return await send()
  } finally {
    window.removeEventListener("beforeunload", warn)
  }
}
