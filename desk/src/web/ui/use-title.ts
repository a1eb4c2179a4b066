import { useEffect } from "react"
import { useHere } from "../here.tsx"
import { words } from "../words.ts"

/** What the browser's tab says: "Today · Harbour Cycles · Aboveboard". */
export function useTitle(page: string): void {
  const { workspace } = useHere()
  useEffect(() => {
    document.title = `${page} · ${workspace.name} · ${words.shell.product}`
  }, [page, workspace.name])
}
