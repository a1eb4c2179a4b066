import { Link } from "@tanstack/react-router"
import { useHere } from "../here.tsx"
import { words } from "../words.ts"
import type { AuditDocument } from "./audit-data.ts"

const told = words.protocol

/** Where a text of the desk is edited, as a link for whoever may edit it. */
export function WhereEdited({ of, owner }: { of: NonNullable<AuditDocument["ofDesk"]>; owner: string | null }) {
  const { slug, member } = useHere()
  if (of.source === "reply") {
    return (
      <Link to="/$slug/settings/$part" params={{ slug, part: "replies" }} hash={`reply-${of.id}`}>
        {told.edit.reply}
      </Link>
    )
  }
  if (of.source === "standing") {
    return (
      <Link to="/$slug/protocol" params={{ slug }} search={{ part: "promises" }}>
        {told.edit.standing}
      </Link>
    )
  }
  if (of.source !== "signature") return <span className="mute">{told.ofProgram}</span>
  if (of.id !== member.id && owner !== null) return <span className="mute">{told.editedBy(owner)}</span>
  const isOwn = of.id === member.id
  return (
    <Link to="/$slug/settings/$part" params={{ slug, part: isOwn ? "you" : "mail" }}>
      {isOwn ? told.edit.own : told.edit.mail}
    </Link>
  )
}
