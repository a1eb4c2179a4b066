import { wordSet } from "../words.ts"

const NOUNS =
  "ph p/h policyholder insured claimant leaseholder punter pax donor applicant cust customer client clients tenant tenants pt patient caller guest guests resident residents owner owners buyer member mum mother dad wife husband son daughter dtr parent parents neighbour neighbours neighbor landlord"

/** What notes call customers and theirs. */
export const CUSTOMERS = wordSet(NOUNS)
/** The same, and the words that stand for them. */
export const THEM = wordSet(`${NOUNS} she he they you her him them who`)
