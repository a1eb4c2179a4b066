import { useState } from "react"
import type { z } from "zod"
import { listConversations } from "../../contract/conversations.ts"
import { listViews } from "../../contract/tags.ts"
import { useHere } from "../here.tsx"
import { usePages, useRead } from "../queries.ts"

export type ListFilter = "open" | "awaiting" | "mine" | "snoozed" | "closed" | "spam"
export type SavedView = z.output<typeof listViews.answer>["items"][number]

const PAGE = 50 // conversations
export const LIST_FILTERS: readonly ListFilter[] = ["open", "awaiting", "mine", "snoozed", "closed", "spam"]

/** The list of conversations, page after page, with the filter or the saved view that was chosen last: in this tab, else here. */
export function useConversationList() {
  const { slug } = useHere()
  const [chosen, setChosen] = useState(() => kept(slug))
  const read = useRead(listViews)
  const views = read.data?.items ?? []
  const view = views.find(({ id }) => id === chosen) ?? null
  const filter = LIST_FILTERS.find((each) => each === chosen) ?? "open"
  const asked = { ...(view === null ? { filter } : queryOf(view)), limit: PAGE }
  // What was chosen may be a view: until the views are here, or cannot be had, it is not known what to ask for.
  const pages = usePages(listConversations, asked, { enabled: !read.isPending || chosen === filter })
  return {
    ...pages,
    filter: view === null ? filter : null,
    view,
    views,
    choose: (next: string) => {
      keep(slug, next)
      setChosen(next)
    },
  }
}

function queryOf({ state, assignee, tag }: SavedView) {
  return { filter: state, assignee, ...(tag === null ? {} : { tag }) }
}

/** Two tabs may show two lists; a new one begins with what was chosen last in this browser. */
function kept(slug: string): string {
  try {
    return sessionStorage.getItem(placeOf(slug)) ?? localStorage.getItem(placeOf(slug)) ?? "open"
  } catch {
    return "open"
  }
}

function keep(slug: string, filter: string): void {
  try {
    sessionStorage.setItem(placeOf(slug), filter)
    localStorage.setItem(placeOf(slug), filter)
  } catch {
    // Storage is off: the filter lasts as long as the page.
  }
}

/** Each workspace has views of its own. */
function placeOf(slug: string): string {
  return `aboveboard:list-filter:${slug}`
}
