import { expect, test } from "vitest"
import { companyDomainOf } from "./mail-domain.ts"

test("The domain of an address says where somebody works, unless anybody may have an address there", () => {
  expect(companyDomainOf("Dele@Dele-and-Sons.example")).toBe("dele-and-sons.example")
  expect(companyDomainOf("dele@gmail.com")).toBeNull()
  expect(companyDomainOf("dele")).toBeNull()
  expect(companyDomainOf("dele@localhost")).toBeNull()
})
