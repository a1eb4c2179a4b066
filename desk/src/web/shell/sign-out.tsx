import { useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { signOut } from "../api.ts"
import { useDrafts } from "../conversations/draft/drafts.tsx"
import { pauseImport } from "../imports/import-run.ts"
import { Icon } from "../ui/icon.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"

/** Signs out and forgets what the pages held. Where the desk does not answer, nothing changes and a toast says so. */
export function useSignOut(): () => void {
  const navigate = useNavigate()
  const client = useQueryClient()
  const toast = useToast()
  const drafts = useDrafts()
  return () => {
    pauseImport() // it would go on as whoever signs in next
    const leave = () => {
      client.clear()
      void navigate({ to: "/sign-in" })
    }
    drafts
      .flushAll()
      .then(signOut)
      .then(leave, () => toast({ text: words.shell.stillSignedIn, icon: "risk" }))
  }
}

export function SignOutLabel() {
  return (
    <>
      <Icon name="out" /> {words.shell.signOut}
    </>
  )
}
