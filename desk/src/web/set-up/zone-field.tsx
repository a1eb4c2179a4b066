import { type ComponentProps, useId } from "react"
import { TextField } from "../ui/field.tsx"
import { ZONES } from "./zones.ts"

/** A time zone, typed with suggestions. */
export function ZoneField(props: ComponentProps<typeof TextField>) {
  const id = useId()
  return (
    <>
      <TextField list={id} {...props} />
      <datalist id={id}>
        {ZONES.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  )
}
