// What others use of the linter: the desk's protocol audit reads, checks and reports with it.
export { keyOf } from "./check/baseline.ts"
export { ownRulesIn } from "./check/config.ts"
export { checkFile } from "./check/check-file.ts"
export type { FileFinding, Report } from "./check/finding.ts"
export { htmlReport } from "./check/formats/html-report.ts"
export { sarifReport } from "./check/formats/sarif-report.ts"
export { compiledOwnRule, readOwnRule } from "./check/own-rules.ts"
export { readFile, readTexts } from "./reading/read-file.ts"
