import { useNavigate } from "@tanstack/react-router"
import { useEffect, useRef } from "react"
import type { z } from "zod"
import { listNotices, type notice } from "../../contract/notices.ts"
import { useHere } from "../here.tsx"
import { useRead } from "../queries.ts"
import { words } from "../words.ts"

type Notice = z.output<typeof notice>

/** Shows notices through the browser as they come, where the member has allowed it. Whether a page is open changes nothing else. */
export function NoticeAlerts() {
  const { slug } = useHere()
  const navigate = useNavigate()
  const { data } = useRead(listNotices)
  const known = useRef<Set<string> | null>(null)
  useEffect(() => {
    if (data === undefined) return
    const before = known.current
    known.current = new Set(data.items.map(({ id }) => id))
    if (before === null) return // what was there when the page was opened is no news
    for (const each of data.items) {
      if (before.has(each.id) || each.readAt !== null) continue
      alertOf(
        each,
        () => void navigate({ to: "/$slug/promises/$promiseId", params: { slug, promiseId: each.promiseId } }),
      )
    }
  }, [data, navigate, slug])
  return null
}

export function headlineOf({ step, isOwnerAgain }: Notice): string {
  return isOwnerAgain ? words.notices.urgent : words.notices.steps[step]
}

function alertOf(each: Notice, open: () => void): void {
  if (!("Notification" in globalThis) || Notification.permission !== "granted") return
  try {
    const shown = new Notification(headlineOf(each), {
      body: [each.words ?? words.notices.erased, ...(each.said === null ? [] : [words.notices.said(each.said)])].join(
        "\n",
      ),
      tag: each.id, // several tabs show one
      requireInteraction: each.isOwnerAgain,
    })
    shown.addEventListener("click", () => {
      window.focus()
      open()
      shown.close()
    })
  } catch {
    // Some browsers on phones allow it only from a worker; the notice is in the list all the same.
  }
}
