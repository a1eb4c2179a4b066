import { Outlet, createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router"
import { BASES, type Basis } from "../ledger/decline.ts"
import { FACT_FILTERS, type FactFilter } from "../ledger/fact-filter.ts"
import { ORDER_FILTERS, type OrderFilter } from "./after-sale/order-filters.ts"
import { PROTOCOL_PARTS, type ProtocolPart } from "./protocol/parts.ts"
import { type ReportSearch, readReportSearch } from "./report/period.ts"
import { FirstPage } from "./shell/first-page.tsx"
import { NotFound, NotFoundHere } from "./shell/not-found.tsx"
import { Shell } from "./shell/shell.tsx"
import type { TodayFilter } from "./today/today-data.ts"
import { TodayPage } from "./today/today-page.tsx"

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })

const first = createRoute({ getParentRoute: () => root, path: "/", component: FirstPage })
const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search: Record<string, unknown>): { back?: string; error?: string } => ({
    ...(typeof search["back"] === "string" && /^\/[^/\\]/.test(search["back"]) ? { back: search["back"] } : {}),
    ...(typeof search["error"] === "string" ? { error: search["error"] } : {}),
  }),
  component: lazyRouteComponent(() => import("./sign-in/sign-in-page.tsx"), "SignInPage"),
})
const setUp = createRoute({
  getParentRoute: () => root,
  path: "/set-up",
  component: lazyRouteComponent(() => import("./set-up/set-up-page.tsx"), "SetUpPage"),
})
const join = createRoute({
  getParentRoute: () => root,
  path: "/join",
  validateSearch: (search: Record<string, unknown>): { token?: string } =>
    typeof search["token"] === "string" ? { token: search["token"] } : {},
  component: lazyRouteComponent(() => import("./join/join-page.tsx"), "JoinPage"),
})

const workspace = createRoute({
  getParentRoute: () => root,
  path: "/$slug",
  component: Shell,
  notFoundComponent: NotFoundHere,
})
const inWorkspace = { getParentRoute: () => workspace }

const today = createRoute({
  ...inWorkspace,
  path: "/today",
  validateSearch: (search: Record<string, unknown>): { filter?: Exclude<TodayFilter, "all">; customer?: string } => ({
    ...(search["filter"] === "mine" || search["filter"] === "risk" || search["filter"] === "waiting"
      ? { filter: search["filter"] }
      : {}),
    ...(typeof search["customer"] === "string" ? { customer: search["customer"] } : {}),
  }),
  component: TodayPage,
})
const proposals = createRoute({
  ...inWorkspace,
  path: "/proposals",
  validateSearch: (search: Record<string, unknown>): { filter?: "mine" } =>
    search["filter"] === "mine" ? { filter: "mine" } : {},
  component: lazyRouteComponent(() => import("./proposals/proposals-page.tsx"), "ProposalsPage"),
})
const notices = createRoute({
  ...inWorkspace,
  path: "/notices",
  component: lazyRouteComponent(() => import("./notices/notices-page.tsx"), "NoticesPage"),
})
const start = createRoute({
  ...inWorkspace,
  path: "/start",
  component: lazyRouteComponent(() => import("./set-up/start-page.tsx"), "StartPage"),
})
const promise = createRoute({
  ...inWorkspace,
  path: "/promises/$promiseId",
  component: lazyRouteComponent(() => import("./promise/promise-page.tsx"), "PromisePage"),
})
const conversations = createRoute({
  ...inWorkspace,
  path: "/conversations",
  component: lazyRouteComponent(() => import("./conversations/conversations-page.tsx"), "ConversationsPage"),
})
const conversation = createRoute({
  ...inWorkspace,
  path: "/conversations/$conversationId",
  component: lazyRouteComponent(() => import("./conversations/conversation-page.tsx"), "ConversationPage"),
})
const customers = createRoute({
  ...inWorkspace,
  path: "/customers",
  component: lazyRouteComponent(() => import("./customers/customers-page.tsx"), "CustomersPage"),
})
const customer = createRoute({
  ...inWorkspace,
  path: "/customers/$customerId",
  component: lazyRouteComponent(() => import("./customers/customer-page.tsx"), "CustomerPage"),
})
const company = createRoute({
  ...inWorkspace,
  path: "/companies/$companyId",
  component: lazyRouteComponent(() => import("./companies/company-page.tsx"), "CompanyPage"),
})
const companies = createRoute({
  ...inWorkspace,
  path: "/companies",
  component: lazyRouteComponent(() => import("./companies/companies-page.tsx"), "CompaniesPage"),
})
const facts = createRoute({
  ...inWorkspace,
  path: "/facts",
  validateSearch: (search: Record<string, unknown>): { filter?: FactFilter; fact?: string } => {
    const filter = FACT_FILTERS.find((each) => each === search["filter"])
    return {
      ...(filter === undefined ? {} : { filter }),
      ...(typeof search["fact"] === "string" ? { fact: search["fact"] } : {}),
    }
  },
  component: lazyRouteComponent(() => import("./facts/facts-page.tsx"), "FactsPage"),
})
const orders = createRoute({
  ...inWorkspace,
  path: "/orders",
  validateSearch: (search: Record<string, unknown>): { filter?: OrderFilter } => {
    const filter = ORDER_FILTERS.find((each) => each === search["filter"])
    return filter === undefined ? {} : { filter }
  },
  component: lazyRouteComponent(() => import("./after-sale/orders-page.tsx"), "OrdersPage"),
})
const order = createRoute({
  ...inWorkspace,
  path: "/orders/$orderId",
  component: lazyRouteComponent(() => import("./after-sale/order-page.tsx"), "OrderPage"),
})
const practice = createRoute({
  ...inWorkspace,
  path: "/practice",
  validateSearch: (search: Record<string, unknown>): { case?: string } =>
    typeof search["case"] === "string" ? { case: search["case"] } : {},
  component: lazyRouteComponent(() => import("./practice/practice-page.tsx"), "PracticePage"),
})
const protocol = createRoute({
  ...inWorkspace,
  path: "/protocol",
  validateSearch: (search: Record<string, unknown>): { document?: string; part?: ProtocolPart } => {
    const part = PROTOCOL_PARTS.find((each) => each === search["part"])
    return {
      ...(typeof search["document"] === "string" ? { document: search["document"] } : {}),
      ...(part === undefined ? {} : { part }),
    }
  },
  component: lazyRouteComponent(() => import("./protocol/protocol-page.tsx"), "ProtocolPage"),
})
const report = createRoute({
  ...inWorkspace,
  path: "/report",
  validateSearch: readReportSearch,
  component: lazyRouteComponent(() => import("./report/report-page.tsx"), "ReportPage"),
})
const declines = createRoute({
  ...inWorkspace,
  path: "/declines",
  validateSearch: (search: Record<string, unknown>): { basis?: Basis } => {
    const basis = BASES.find((each) => each === search["basis"])
    return basis === undefined ? {} : { basis }
  },
  component: lazyRouteComponent(() => import("./decline/declines-page.tsx"), "DeclinesPage"),
})
const figure = createRoute({
  ...inWorkspace,
  path: "/report/promises",
  validateSearch: (search: Record<string, unknown>): ReportSearch & { figure: string } => ({
    ...readReportSearch(search),
    figure: typeof search["figure"] === "string" ? search["figure"] : "closed",
  }),
  component: lazyRouteComponent(() => import("./report/figure-page.tsx"), "FigurePage"),
})
const settings = createRoute({
  ...inWorkspace,
  path: "/settings",
  component: lazyRouteComponent(() => import("./settings/settings-page.tsx"), "SettingsPage"),
})
const settingsPart = createRoute({
  ...inWorkspace,
  path: "/settings/$part",
  component: lazyRouteComponent(() => import("./settings/settings-page.tsx"), "SettingsPage"),
})

export const router = createRouter({
  routeTree: root.addChildren([
    first,
    signIn,
    setUp,
    join,
    workspace.addChildren([
      today,
      proposals,
      notices,
      start,
      promise,
      conversations,
      conversation,
      customers,
      companies,
      company,
      customer,
      facts,
      orders,
      order,
      practice,
      protocol,
      report,
      figure,
      declines,
      settings,
      settingsPart,
    ]),
  ]),
  defaultPreload: "intent",
  scrollRestoration: true,
})

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router
  }
}
