import { Link, Outlet, useParams } from "@tanstack/react-router"
import { useEffect } from "react"
import { Refusal } from "../api.ts"
import { readMe } from "../../contract/session.ts"
import { readToday } from "../../contract/today.ts"
import { HereProvider, type Me, SlugProvider, useHere } from "../here.tsx"
import { LogDialogs } from "../log/log-dialogs.tsx"
import { PromiseDialogs } from "../promise/promise-dialogs.tsx"
import { usePrefetch, useRead } from "../queries.ts"
import { SearchProvider } from "../search-state.tsx"
import { useKeyStore } from "../ui/keys.tsx"
import { Failure, Loading, Notice } from "../ui/states.tsx"
import { SecureFirst } from "../security/secure-first.tsx"
import { clockTime } from "../ui/time.ts"
import { words } from "../words.ts"
import { EverywhereKeys } from "./everywhere-keys.tsx"
import { KeyLine } from "./key-line.tsx"
import { useLive } from "./live.ts"
import { Navigation, TabBar, TopBar } from "./navigation.tsx"
import { NoticeAlerts } from "./notice-alerts.tsx"
import { SignInAgain } from "./sign-in-again.tsx"
import styles from "./shell.module.css"

const ALL_OF_TODAY = { query: { filter: "all" } } as const

/** Everything inside a workspace: navigation, the page, the line of keys. */
export function Shell() {
  const { slug } = useParams({ strict: false })
  return (
    <SlugProvider value={slug ?? null}>
      <Loaded />
    </SlugProvider>
  )
}

function Loaded() {
  usePrefetch(readToday, ALL_OF_TODAY) // every page counts what is late; it need not wait for who is asking
  const me = useRead(readMe, {}, { keepPrevious: false })
  if (me.error instanceof Refusal && me.error.problem.code === "unauthenticated") return <SignInAgain />
  if (me.data?.secureFirst === true) return <SecureFirst />
  if (me.data !== undefined)
    return me.data.current === null ? <NotHere me={me.data} /> : <Inside me={me.data} current={me.data.current} />
  return (
    <main className={styles.alone}>
      {me.isError ? (
        <Failure error={me.error} what={words.shell.unknownWorkspace} onRetry={() => void me.refetch()} />
      ) : (
        <Loading />
      )}
    </main>
  )
}

function Inside({ me, current }: { me: Me; current: NonNullable<Me["current"]> }) {
  const lostAt = useLive(current.workspace.slug)
  usePreferences(current.member.preferences)
  return (
    <HereProvider me={me} current={current}>
      <SearchProvider>
        <LogDialogs>
          <PromiseDialogs>
            <EverywhereKeys />
            <NoticeAlerts />
            <a className={styles.skip} href="#main">
              {words.ui.skip}
            </a>
            <div className={styles.app}>
              <Navigation />
              <div className={styles.right}>
                <TopBar />
                <Notices lostAt={lostAt} />
                <Outlet />
                <KeyLine />
              </div>
              <TabBar />
            </div>
          </PromiseDialogs>
        </LogDialogs>
      </SearchProvider>
    </HereProvider>
  )
}

function Notices({ lostAt }: { lostAt: Temporal.Instant | null }) {
  const { workspace, canSend, member, slug, zone } = useHere()
  const { shell } = words
  return (
    <aside className={styles.notices} aria-label={shell.notices}>
      {lostAt !== null && <Notice title={shell.noConnection(clockTime(lostAt, zone))}>{shell.noConnectionSafe}</Notice>}
      {workspace.kind === "sample" && <p className={styles.sample}>{shell.sample}</p>}
      {workspace.kind === "real" && !canSend && (
        <p className={styles.sample}>
          {shell.cannotSend}{" "}
          {member.role === "admin" && (
            <Link to="/$slug/settings/$part" params={{ slug, part: "mail" }}>
              {shell.cannotSendAdmin}
            </Link>
          )}
        </p>
      )}
    </aside>
  )
}

function NotHere({ me }: { me: Me }) {
  return (
    <main className={styles.alone}>
      <h1>{me.workspaces.length === 0 ? words.shell.noWorkspace : words.shell.unknownWorkspace}</h1>
      {me.workspaces.length === 0 && <p>{words.shell.noWorkspaceHelp}</p>}
      <ul>
        {me.workspaces.map((each) => (
          <li key={each.id}>
            <Link to="/$slug/today" params={{ slug: each.slug }}>
              {each.name}
            </Link>
          </li>
        ))}
      </ul>
    </main>
  )
}

/** The member's own choice of light or dark, and of single keys. */
function usePreferences({ theme, keys }: Record<string, unknown>) {
  const store = useKeyStore()
  useEffect(() => {
    store.turn(keys === "off" ? "off" : "on")
    if (theme === "light" || theme === "dark") document.documentElement.dataset["theme"] = theme
    else delete document.documentElement.dataset["theme"]
  }, [store, theme, keys])
}
