/** A place kept. */
export function SetUpPage() {
  return <main id="main" />
}
