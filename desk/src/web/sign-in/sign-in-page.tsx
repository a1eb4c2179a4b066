/** A place kept. */
export function SignInPage() {
  return <main id="main" />
}
