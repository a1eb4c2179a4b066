import { Link } from "@tanstack/react-router"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { instantOf, moment } from "../ui/time.ts"
import { words } from "../words.ts"
import type { OpenCustomer } from "./use-customers.ts"

type Props = {
  readonly hold: OpenCustomer["hold"]
  /** Of the way to where it is lifted. */
  readonly className?: string | undefined
}

/** That a legal hold stands, since when and on what. It leads an admin to where it is lifted. */
export function StandingHold({ hold, className }: Props) {
  const { member, slug, zone } = useHere()
  const now = useNow()
  const since = instantOf(hold?.since ?? null)
  if (hold === null || since === null) return null
  const text = words.retention.standing[hold.of](moment(since, { zone, now }))
  const title = words.retention.standingHint
  return member.role === "admin" ? (
    <Link to="/$slug/settings/$part" params={{ slug, part: "retention" }} title={title} className={className}>
      {text}
    </Link>
  ) : (
    <span title={title} className="x mute">
      {text}
    </span>
  )
}
