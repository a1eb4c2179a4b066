/** A place kept. */
export function CustomersPage() {
  return <main id="main" />
}
