import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { useHere } from "../here.tsx"
import { useLogDialogs } from "../log/log-dialogs.tsx"
import { useSearchDialog } from "../search-state.tsx"
import { useKeys } from "../ui/keys.tsx"
import { words } from "../words.ts"
import { KeySheet } from "./key-sheet.tsx"
import type { PlacePath } from "./places.ts"

/** The keys that act on every page of a workspace. */
export function EverywhereKeys() {
  const { slug } = useHere()
  const navigate = useNavigate()
  const search = useSearchDialog()
  const dialogs = useLogDialogs()
  const [sheet, setSheet] = useState(false)
  const { keys } = words.shell
  const go = (to: PlacePath) => () => {
    void navigate({ to, params: { slug } })
  }
  useKeys("everywhere", {
    "/": { label: keys.search, run: search.open, foot: false },
    "Ctrl+k": { label: keys.search, run: search.open, foot: false },
    p: { label: keys.newPromise, run: () => dialogs.newPromise(), foot: false },
    c: { label: keys.log, run: () => dialogs.log(), foot: false },
    "g t": { label: keys.today, run: go("/$slug/today"), foot: false },
    "g c": { label: keys.conversations, run: go("/$slug/conversations"), foot: false },
    "g p": { label: keys.customers, run: go("/$slug/customers"), foot: false },
    "g m": { label: words.companies.all, run: go("/$slug/companies"), foot: false },
    "g f": { label: keys.facts, run: go("/$slug/facts"), foot: false },
    "g o": { label: words.afterSale.title, run: go("/$slug/orders"), foot: false },
    "g a": { label: words.protocol.title, run: go("/$slug/protocol"), foot: false },
    "g r": { label: words.report.title, run: go("/$slug/report"), foot: false },
    "g d": { label: words.practice.title, run: go("/$slug/practice"), foot: false },
    "g n": { label: words.notices.title, run: go("/$slug/notices"), foot: false },
    "g s": { label: keys.settings, run: go("/$slug/settings"), foot: false },
    "?": { label: keys.sheet, run: () => setSheet(true), foot: false },
  })
  return sheet && <KeySheet onClose={() => setSheet(false)} />
}
