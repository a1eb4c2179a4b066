import { useState } from "react"
import { createAuditAddress, createAuditDocument, createAuditVersion } from "../../contract/audit.ts"
import type { DocumentKind } from "../../ledger/protocol-audit.ts"
import type { AnyRoute, InputOf } from "../api.ts"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { type AuditDocument, openIn } from "./audit-data.ts"
import { type HandedIn, NOTHING, addressOf, contentOf } from "./handed-in.ts"

/** What is filled in of a document that is handed in or pointed at, and how it is taken. */
export function useDocumentForm(document: AuditDocument | undefined, onDone: (id: string) => void) {
  const { member } = useHere()
  const [handed, setHanded] = useState<HandedIn>(NOTHING)
  const [name, setName] = useState("")
  const [kind, setKind] = useState<DocumentKind>("policy")
  const [ownerId, setOwnerId] = useState(member.id)
  const taking = useTaking(onDone)
  const content = contentOf(handed)
  const url = addressOf(handed)
  const isReady = (content !== null || url !== null) && (document !== undefined || name.trim() !== "")
  const hand = (next: HandedIn) => {
    setHanded(next)
    if (next.fileName !== null && (name === "" || name === handed.fileName)) setName(next.fileName)
  }
  const submit = () => {
    if (!isReady || taking.isPending) return
    const named = handed.fileName === null ? {} : { name: handed.fileName }
    if (content === null) taking.point({ name, kind, ownerId, url: url ?? "" })
    else if (document === undefined) taking.add({ name, kind, ownerId, content })
    else taking.change(document.id, { ...named, content })
  }
  const fields = { handed, hand, name, setName, kind, setKind, ownerId, setOwnerId }
  return { ...fields, isReady, isPending: taking.isPending, error: taking.error, submit }
}

type BodyOf<R extends AnyRoute> = InputOf<R>["body"] & {}

function useTaking(onDone: (id: string) => void) {
  const toast = useToast()
  const add = useChange(createAuditDocument)
  const point = useChange(createAuditAddress)
  const change = useChange(createAuditVersion)
  const onSuccess = (done: AuditDocument) => {
    toast({ text: words.protocol.dialog.added(done.name, openIn(done)) })
    onDone(done.id)
  }
  return {
    add: (body: BodyOf<typeof createAuditDocument>) => add.mutate({ body }, { onSuccess }),
    point: (body: BodyOf<typeof createAuditAddress>) => point.mutate({ body }, { onSuccess }),
    change: (documentId: string, body: BodyOf<typeof createAuditVersion>) =>
      change.mutate({ params: { documentId }, body }, { onSuccess }),
    isPending: add.isPending || point.isPending || change.isPending,
    error: add.error ?? point.error ?? change.error,
  }
}
