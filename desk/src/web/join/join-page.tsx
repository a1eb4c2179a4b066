/** A place kept. */
export function JoinPage() {
  return <main id="main" />
}
