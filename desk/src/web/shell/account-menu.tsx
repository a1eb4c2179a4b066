import { Link } from "@tanstack/react-router"
import { type MouseEvent, useId } from "react"
import { writePreferences } from "../../contract/session.ts"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { Icon } from "../ui/icon.tsx"
import { words } from "../words.ts"
import { FURTHER_PLACES } from "./places.ts"
import { SignOutLabel, useSignOut } from "./sign-out.tsx"
import styles from "./shell.module.css"

const THEMES = ["system", "light", "dark"] as const

/** Who is signed in; opens the choice of workspace, of light or dark, on phones the further places, and sign-out. */
export function AccountMenu() {
  const { member, slug } = useHere()
  const id = useId()
  return (
    <>
      <button
        type="button"
        className={styles.account}
        popoverTarget={id}
        aria-label={`${words.shell.account}: ${member.name}`}
      >
        <b>{member.name}</b> <Icon name="down" small />
      </button>
      <div id={id} popover="auto" className={styles.menu}>
        <Workspaces />
        {FURTHER_PLACES.map(({ to, name }) => (
          <Link key={to} to={to} params={{ slug }} onClick={hideMenu} className={styles.further}>
            {name}
          </Link>
        ))}
        <Link to="/$slug/settings" params={{ slug }} onClick={hideMenu}>
          {words.shell.settings}
        </Link>
        <Themes />
        <SignOut />
      </div>
    </>
  )
}

function Workspaces() {
  const { me, slug } = useHere()
  if (me.workspaces.length < 2) return null
  return (
    <>
      <h3>{words.shell.workspaces}</h3>
      {me.workspaces.map((each) => (
        <Link
          key={each.id}
          to="/$slug/today"
          params={{ slug: each.slug }}
          aria-current={each.slug === slug || undefined}
          onClick={hideMenu}
        >
          {each.name}
        </Link>
      ))}
    </>
  )
}

/** Going somewhere does not press beside the menu, so it would stay. */
function hideMenu(event: MouseEvent<HTMLElement>): void {
  event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover()
}

function Themes() {
  const { member } = useHere()
  const group = useId() // the menu is there twice, in the navigation and on phones above the page
  const change = useChange(writePreferences)
  const wanted = change.isPending ? change.variables.body?.theme : undefined
  const chosen = wanted ?? member.preferences["theme"] ?? "system"
  return (
    <fieldset>
      <legend>{words.shell.theme}</legend>
      {THEMES.map((theme) => (
        <label key={theme}>
          <input
            type="radio"
            name={group}
            checked={chosen === theme}
            onChange={() => change.mutate({ body: { theme } })}
          />
          {words.shell.themes[theme]}
        </label>
      ))}
    </fieldset>
  )
}

function SignOut() {
  const leave = useSignOut()
  return (
    <button type="button" onClick={leave}>
      <SignOutLabel />
    </button>
  )
}
