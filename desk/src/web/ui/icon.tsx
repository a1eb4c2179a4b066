import styles from "./icon.module.css"

const PATHS = {
  today: ["M2.5 4h11M2.5 8h7M2.5 12h9", "M12 7.2l1.2 1.2L15.5 6"],
  conversations: ["M2.5 3.5h11v7.5h-6l-3 2.5v-2.5h-2z"],
  customers: [
    "M8 8.2a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2z",
    "M3 13.5c.5-2.300 2.400-3.500 5-3.500s4.500 1.200 5 3.500",
  ],
  book: [
    "M3 2.500h8.500a1.500 1.500 0 0 1 1.500 1.500v9.500H4.500A1.500 1.500 0 0 1 3 12z",
    "M3 12a1.500 1.500 0 0 1 1.500-1.500H13M6 5.500h4",
  ],
  settings: [
    "M2.5 5h6M11.5 5h2M2.5 11h2M7.5 11h6",
    "M10 6.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3z",
    "M6 12.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3z",
  ],
  report: ["M2.5 13.5h11", "M4.500 11.500V8M8 11.500v-8M11.500 11.500V6"],
  bell: ["M4 11.500V7a4 4 0 0 1 8 0v4.500l1 1H3z", "M6.800 14.300h2.400"],
  search: ["M7 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8z", "M10 10l3.5 3.5"],
  late: ["M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12z"],
  clock: ["M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11z", "M8 5v3.2l2 1.3"],
  risk: ["M8 2.5l6 10.5H2z", "M8 6.5v3M8 11.3v.1"],
  check: ["M3 8.5l3.200 3.200L13 4.500"],
  x: ["M4 4l8 8M12 4l-8 8"],
  hold: ["M5.3 2h5.4L14 5.3v5.4L10.7 14H5.3L2 10.7V5.3z", "M5.5 8h5"],
  down: ["M4.5 6.5L8 10l3.500-3.500"],
  right: ["M6.5 4.5L10 8l-3.500 3.500"],
  arrow: ["M3 8h9.500M9 4.500L12.500 8 9 11.500"],
  question: [
    "M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11z",
    "M6.5 6.5a1.5 1.5 0 1 1 2.200 1.300c-.5.3-.7.6-.7 1.200M8 11v.1",
  ],
  swap: ["M3 5.5h9M9.500 3L12 5.500 9.500 8M13 10.500H4M6.500 8L4 10.500 6.500 13"],
  phone: [
    "M4.200 2.500h2l1 3-1.400 1.100a7.500 7.500 0 0 0 3.600 3.600l1.100-1.400 3 1v2a1.200 1.200 0 0 1-1.300 1.200A10.300 10.300 0 0 1 3 3.800a1.200 1.200 0 0 1 1.200-1.300z",
  ],
  more: ["M3.500 8v.1M8 8v.1M12.500 8v.1"],
  practice: ["M2.500 6.500L8 4l5.500 2.500L8 9z", "M5 8v3c1.600 1.300 4.400 1.300 6 0V8"],
  file: ["M4 2.500h5.500L12 5v8.500H4z", "M9.500 2.500V5H12"],
  plus: ["M8 3.500v9M3.500 8h9"],
  out: ["M6.500 3h-3v10h3M7 8h6.500M11 5.500L13.500 8 11 10.500"],
} as const satisfies Record<string, readonly string[]>

export type IconName = keyof typeof PATHS

/** A mark beside a word: hidden from screen readers, because the word says it. `small` beside 12 px text. */
export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  const filled = name === "late" ? styles.filled : ""
  return (
    <svg viewBox="0 0 16 16" className={`${styles.icon} ${small ? styles.small : ""} ${filled}`} aria-hidden="true">
      {PATHS[name].map((path) => (
        <path key={path} d={path} />
      ))}
      {name === "late" && <path d="M8 4.500V8.500M8 11.200v.1" className={styles.cut} />}
    </svg>
  )
}

export function BrandIcon() {
  return (
    <svg viewBox="0 0 18 18" className={styles.brand} aria-hidden="true">
      <path d="M2 14h14M5 7.5l3 3 6-7" />
    </svg>
  )
}
