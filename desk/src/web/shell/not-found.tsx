import { Link } from "@tanstack/react-router"
import { useHere } from "../here.tsx"
import page from "../ui/page.module.css"
import { Empty } from "../ui/states.tsx"
import { useTitle } from "../ui/use-title.ts"
import { words } from "../words.ts"
import { Alone } from "./alone.tsx"

/** An address that leads nowhere, inside a workspace: the navigation stays. */
export function NotFoundHere() {
  const { slug } = useHere()
  useTitle(words.ui.notFound)
  return (
    <main className={page.page} id="main">
      <h1 className="vh">{words.ui.notFound}</h1>
      <Empty title={words.ui.notFound}>
        <p>{words.ui.notFoundHelp}</p>
        <p>
          <Link to="/$slug/today" params={{ slug }}>
            {words.ui.toToday}
          </Link>
        </p>
      </Empty>
    </main>
  )
}

/** An address outside any workspace. */
export function NotFound() {
  return (
    <Alone title={words.ui.notFound} intro={words.ui.notFoundHelp}>
      <p>
        <Link to="/">{words.ui.toStart}</Link>
      </p>
    </Alone>
  )
}
