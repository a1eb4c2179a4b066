import { Link } from "@tanstack/react-router"
import { useHere } from "../here.tsx"
import { Icon } from "../ui/icon.tsx"
import { words } from "../words.ts"
import styles from "./today.module.css"

export function ProposalsLine({ count }: { count: number }) {
  const { slug } = useHere()
  if (count === 0) return null
  return (
    <p className={styles.ask}>
      <Icon name="question" />
      <span>
        {words.today.found(count)}{" "}
        <Link to="/$slug/proposals" params={{ slug }} className="nb">
          {words.today.confirmOrDismiss}
        </Link>
      </span>
    </p>
  )
}
