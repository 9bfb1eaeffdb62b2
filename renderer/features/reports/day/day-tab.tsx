import { ReportsFrame } from '../reports-frame.tsx'

/** What a day came to. */
export function DayTab(_: { date: string | null }) {
  return <ReportsFrame tab="day">{null}</ReportsFrame>
}
