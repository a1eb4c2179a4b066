/** A place kept. */
export function ProposalsPage() {
  return <main id="main" />
}
