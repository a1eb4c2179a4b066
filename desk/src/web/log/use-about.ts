import { useState } from "react"
import { readCustomer } from "../../contract/customers.ts"
import { useRead } from "../queries.ts"
import { words } from "../words.ts"
import { type ChosenCustomer, known } from "./found-customer.ts"

/** Who a dialog is about: given by the page, or chosen in it; with what we owe them. */
export function useAbout(customerId: string | undefined) {
  const [picked, setPicked] = useState<ChosenCustomer | null>(null)
  const id = customerId ?? (picked?.kind === "known" ? picked.id : undefined)
  const read = useRead(
    readCustomer,
    { params: { customerId: id ?? "" } },
    { enabled: id !== undefined, keepPrevious: false },
  )
  const given = customerId === undefined || read.data === undefined ? null : known(read.data, words.ui.unnamed)
  const promises = read.data?.promises ?? []
  return {
    chosen: customerId === undefined ? picked : given,
    choose: setPicked,
    mayChange: customerId === undefined,
    isLoading: customerId !== undefined && read.isPending,
    owed: promises.filter(({ state }) => state === "open" || state === "broken"),
  }
}
