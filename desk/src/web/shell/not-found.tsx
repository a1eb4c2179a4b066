import { Empty } from "../ui/states.tsx"
import { words } from "../words.ts"
import styles from "./shell.module.css"

export function NotFound() {
  return (
    <main className={styles.alone} id="main">
      <h1 className="vh">{words.ui.notFound}</h1>
      <Empty title={words.ui.notFound}>{words.ui.notFoundHelp}</Empty>
    </main>
  )
}
