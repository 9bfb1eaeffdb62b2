import { ReportsFrame } from '../reports-frame.tsx'

/** Reports that are written into a folder by themselves. */
export function ScheduledTab(_: { open: string | null }) {
  return <ReportsFrame tab="scheduled">{null}</ReportsFrame>
}
