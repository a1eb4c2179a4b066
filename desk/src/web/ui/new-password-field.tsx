import { type ComponentProps, useState } from "react"
import { words } from "../words.ts"
import { CheckField } from "./check-field.tsx"
import { TextField } from "./field.tsx"

/** A password that is chosen, typed once: whoever wants to sees it, so that a slip locks nobody out. */
export function NewPasswordField(field: ComponentProps<typeof TextField>) {
  const [isShown, setShown] = useState(false)
  return (
    <div>
      <TextField
        {...field}
        type={isShown ? "text" : "password"}
        autoComplete="new-password"
        autoCapitalize="off"
        spellCheck={false}
      />
      <CheckField label={words.fields.showTyped} checked={isShown} onChange={setShown} />
    </div>
  )
}
