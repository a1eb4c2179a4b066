/** A place kept. */
export function SettingsPage() {
  return <main id="main" />
}
