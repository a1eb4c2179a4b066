import { useRef, useState } from "react"
import { readCustomer } from "../../contract/customers.ts"
import { useRead } from "../queries.ts"
import { words } from "../words.ts"
import { type ChosenCustomer, known } from "./found-customer.ts"

type Picking = { readonly picked: ChosenCustomer | null; readonly pick: (chosen: ChosenCustomer | null) => void }

/** Who a dialog is about: given by the page, or chosen in it; with what we owe them. `picking`: where the dialog keeps who was chosen. */
export function useAbout(customerId: string | undefined, picking?: Picking) {
  const own = useState<ChosenCustomer | null>(null)
  const { picked, pick } = picking ?? { picked: own[0], pick: own[1] }
  const id = customerId ?? (picked?.kind === "known" ? picked.id : undefined)
  const read = useRead(
    readCustomer,
    { params: { customerId: id ?? "" } },
    { enabled: id !== undefined, keepPrevious: false },
  )
  const given = customerId === undefined || read.data === undefined ? null : known(read.data, words.ui.unnamed)
  const promises = read.data?.promises ?? []
  const chosen = customerId === undefined ? picked : given
  const isReading = id !== undefined && read.isPending
  const waiting = useWaiting(chosen !== null, isReading)
  return {
    ...waiting,
    chosen,
    choose: pick,
    mayChange: customerId === undefined,
    isLoading: customerId !== undefined && read.isPending,
    owed: promises.filter(({ state }) => state === "open" || state === "broken"),
  }
}

/** Who types faster than the desk answers: what was submitted meanwhile is submitted once everything is there. */
function useWaiting(isChosen: boolean, isReading: boolean) {
  const finds = useRef(false)
  const submitted = useRef(false)
  return {
    /** Whether the customer is being looked up and will be taken. */
    wait: (is: boolean) => {
      finds.current = is
      submitted.current = false
    },
    /** True when it is too early to submit; it will be done. */
    orWait: (): boolean => {
      submitted.current = isReading || (!isChosen && finds.current)
      return submitted.current
    },
    submitIfWaited: (submit: () => void) => {
      if (!submitted.current || !isChosen || isReading) return
      submitted.current = false
      finds.current = false
      submit()
    },
  }
}
