/** A place kept. */
export function PromisePage() {
  return <main id="main" />
}
