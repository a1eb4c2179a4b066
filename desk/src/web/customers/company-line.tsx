import { Link } from "@tanstack/react-router"
import { writeCustomer } from "../../contract/customers.ts"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { TextButton } from "../ui/button.tsx"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"
import type { OpenCustomer } from "./use-customers.ts"

const told = words.companies

/** The company, with the way to it; where there is none, the one whose mail domain they write from. */
export function CompanyLine({ customer }: { customer: OpenCustomer }) {
  const { slug } = useHere()
  const write = useChange(writeCustomer)
  const { company, companyId, suggestedCompany } = customer
  if (company !== null && companyId !== null) {
    return (
      <Link to="/$slug/companies/$companyId" params={{ slug, companyId }}>
        {company}
      </Link>
    )
  }
  if (suggestedCompany === null) return null
  const { name } = suggestedCompany
  const belong = () => write.mutate({ params: { customerId: customer.id }, body: { company: name } })
  return (
    <>
      {told.belongsTo(name)} <TextButton onClick={belong}>{told.belongsThere}</TextButton>
      {write.isError && <Failure error={write.error} what={told.belongsFailed} />}
    </>
  )
}
