import { Link, useNavigate } from "@tanstack/react-router"
import { useHere } from "../here.tsx"
import { controlClass } from "../ui/field.tsx"
import { useKeys } from "../ui/keys.tsx"
import { Button, DownloadLink } from "../ui/button.tsx"
import page from "../ui/page.module.css"
import { words } from "../words.ts"
import { useToast } from "../ui/toast.tsx"
import { PERIODS, type PeriodDays, type ReportSearch, dayText, readReportSearch } from "./period.ts"
import { pngOf, reportSvg, saveAs } from "./picture.ts"
import styles from "./report.module.css"
import { type Report, useDeedName } from "./use-report.ts"

const told = words.report

type Asked = {
  readonly first: Temporal.PlainDate
  readonly last: Temporal.PlainDate
  readonly query: Readonly<Record<string, string>>
}

/** Which period and which promises, and the same as a file. */
export function ReportHead({ search, asked, report }: { search: ReportSearch; asked: Asked; report: Report | null }) {
  const { slug, settings, hidesMail, workspace } = useHere()
  const navigate = useNavigate()
  const go = (change: Record<string, string | undefined>) =>
    void navigate({ to: "/$slug/report", params: { slug }, search: readReportSearch({ ...search, ...change }) })
  const choose = (days: PeriodDays) => ({ label: told.keys.period, run: () => go({ days }) })
  useKeys("page", { "1": choose("30"), "2": choose("91"), "3": choose("365") })
  return (
    <>
      <p className={styles.shop}>{workspace.name}</p>
      <div className={page.head}>
        <h1>{told.title}</h1>
        <span className="mute">{told.fromUntil(dayText(asked.first, asked.last), dayText(asked.last, null))}</span>
        <div className={`${page.end} ${styles.actions}`}>
          <Button onClick={() => window.print()}>{told.print}</Button>
          <PictureButton search={search} asked={asked} report={report} />
          <DownloadLink href={csvOf(asked, slug)}>{told.csv}</DownloadLink>
        </div>
      </div>
      {hidesMail && <p className={page.hint}>{words.mailboxAccess.without}</p>}
      <div className={styles.filters}>
        <nav aria-label={told.periodName}>
          {PERIODS.map((days) => (
            <Link
              key={days}
              to="/$slug/report"
              params={{ slug }}
              search={{ ...search, days }}
              aria-current={days === (search.days ?? "91") ? "true" : undefined}
            >
              {told.periods[days]}
            </Link>
          ))}
        </nav>
        <select
          className={controlClass}
          aria-label={told.deedName}
          value={search.deed ?? ""}
          onChange={(event) => go({ deed: event.target.value || undefined })}
        >
          <option value="">{told.allDeeds}</option>
          {settings.deeds.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <select
          className={controlClass}
          aria-label={told.channelName}
          value={search.channel ?? ""}
          onChange={(event) => go({ channel: event.target.value || undefined })}
        >
          <option value="">{told.allChannels}</option>
          {Object.entries(told.channels).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </>
  )
}

/** The figures as a PNG, drawn here. */
function PictureButton({ search, asked, report }: { search: ReportSearch; asked: Asked; report: Report | null }) {
  const { workspace } = useHere()
  const deedName = useDeedName()
  const toast = useToast()
  const save = async () => {
    if (report === null) return
    const { deed, channel } = search
    const filters = [
      ...(deed === undefined ? [] : [deedName(deed)]),
      ...(channel === undefined ? [] : [told.channels[channel]]),
    ]
    const of = [told.fromUntil(dayText(asked.first, asked.last), dayText(asked.last, null)), ...filters].join(", ")
    try {
      saveAs(await pngOf(reportSvg(report, { shop: workspace.name, of })), `trust-report-${asked.last.toString()}.png`)
    } catch {
      toast({ text: told.noPicture })
    }
  }
  return (
    <Button held={report === null} onClick={() => void save()}>
      {told.picture}
    </Button>
  )
}

function csvOf({ query }: Asked, slug: string): string {
  return `/api/v1/trust-report/promises.csv?${new URLSearchParams({ ...query, workspace: slug }).toString()}`
}
