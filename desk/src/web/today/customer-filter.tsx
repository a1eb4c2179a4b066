import { useNavigate } from "@tanstack/react-router"
import { CustomerFinder } from "../log/customer-finder.tsx"
import { Dialog } from "../ui/dialog.tsx"
import { words } from "../words.ts"
import type { TodayFilter } from "./today-data.ts"

/** Shows only what one customer is owed. */
export function CustomerFilter({ filter, onClose }: { filter: TodayFilter; onClose: () => void }) {
  const navigate = useNavigate({ from: "/$slug/today" })
  return (
    <Dialog title={words.today.byCustomer} onClose={onClose}>
      <CustomerFinder
        autoFocus
        onChoose={(customer) => {
          onClose()
          void navigate({ search: { ...(filter === "all" ? {} : { filter }), customer: customer.id } })
        }}
      />
    </Dialog>
  )
}
