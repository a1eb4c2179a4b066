import { useState } from "react"
import { writeWorkspace } from "../../contract/workspace.ts"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { CheckField } from "../ui/check-field.tsx"
import page from "../ui/page.module.css"
import { Failure } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"

const told = words.security.workspace

/** What an admin asks of every member. */
export function AskAll() {
  const { settings } = useHere()
  const write = useChange(writeWorkspace)
  const toast = useToast()
  const [isAsked, setAsked] = useState(settings.access.secondFactor === "required")
  const choose = (asked: boolean) => {
    setAsked(asked)
    write.mutate(
      { body: { settings: { access: { secondFactor: asked ? "required" : "optional" } } } },
      { onSuccess: () => toast({ text: words.settings.saved }), onError: () => setAsked(!asked) },
    )
  }
  return (
    <section>
      <h2>{told.title}</h2>
      <CheckField label={told.ask} checked={isAsked} onChange={choose} />
      <p className={page.hint}>{told.askHint}</p>
      {write.isError && <Failure error={write.error} what={words.settings.saveFailed} />}
    </section>
  )
}
