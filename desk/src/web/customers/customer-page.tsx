/** A place kept. */
export function CustomerPage() {
  return <main id="main" />
}
