import { ReportsFrame } from '../reports-frame.tsx'

/** Reports as tables to preview and save. */
export function ExportTab(_: { open: string | null }) {
  return <ReportsFrame tab="export">{null}</ReportsFrame>
}
