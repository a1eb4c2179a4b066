/** A place kept. */
export function StartPage() {
  return <main id="main" />
}
