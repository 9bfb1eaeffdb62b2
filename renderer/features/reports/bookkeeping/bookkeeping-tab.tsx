import { ReportsFrame } from '../reports-frame.tsx'

/** Files for the books. */
export function BookkeepingTab() {
  return <ReportsFrame tab="bookkeeping">{null}</ReportsFrame>
}
