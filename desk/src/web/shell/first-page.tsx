import { Navigate } from "@tanstack/react-router"
import { readMe, readSetup } from "../../contract/session.ts"
import { Refusal } from "../api.ts"
import { useRead } from "../queries.ts"
import { Empty, Failure, Loading } from "../ui/states.tsx"
import { words } from "../words.ts"
import styles from "./shell.module.css"

/** The bare address: on to set-up, sign-in or the first workspace. */
export function FirstPage() {
  const setup = useRead(readSetup)
  const me = useRead(readMe, {}, { enabled: setup.data?.needed === false })
  if (setup.data?.needed) return <Navigate to="/set-up" replace />
  if (me.error instanceof Refusal && me.error.problem.code === "unauthenticated")
    return <Navigate to="/sign-in" replace />
  const slug = me.data?.workspaces[0]?.slug
  if (slug !== undefined) return <Navigate to="/$slug/today" params={{ slug }} replace />
  const error = setup.error ?? me.error
  const retry = () => void (setup.isError ? setup.refetch() : me.refetch())
  return (
    <main className={styles.alone}>
      {error !== null && <Failure error={error} what={words.ui.noConnection} onRetry={retry} />}
      {me.data !== undefined && <Empty title={words.shell.noWorkspace}>{words.shell.noWorkspaceHelp}</Empty>}
      {error === null && me.data === undefined && <Loading />}
    </main>
  )
}
