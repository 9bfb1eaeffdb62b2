import { lazy, Suspense } from 'react'
import type { ReportTab } from '../../navigation/route.ts'
import { RowSkeletons } from '../../ui/frame/skeletons.tsx'
import { ReportsFrame } from './reports-frame.tsx'
import './reports.css'

const DayTab = lazy(async () => ({ default: (await import('./day/day-tab.tsx')).DayTab }))
const ExportTab = lazy(async () => ({
  default: (await import('./export/export-tab.tsx')).ExportTab,
}))
const ScheduledTab = lazy(async () => ({
  default: (await import('./scheduled/scheduled-tab.tsx')).ScheduledTab,
}))
const InvoicesTab = lazy(async () => ({
  default: (await import('./invoice/invoices-tab.tsx')).InvoicesTab,
}))
const BookkeepingTab = lazy(async () => ({
  default: (await import('./bookkeeping/bookkeeping-tab.tsx')).BookkeepingTab,
}))

/** What leaves the site on paper and as files. `open` is the day that is summed up, or what is chosen in the tab. */
export function ReportsScreen({ tab, open }: { tab: ReportTab; open: string | null }) {
  const waiting = (
    <ReportsFrame tab={tab}>
      <RowSkeletons />
    </ReportsFrame>
  )
  return (
    <Suspense key={tab} fallback={waiting}>
      <TabOf tab={tab} open={open} />
    </Suspense>
  )
}

function TabOf({ tab, open }: { tab: ReportTab; open: string | null }) {
  switch (tab) {
    case 'day':
      return <DayTab date={open} />
    case 'export':
      return <ExportTab open={open} />
    case 'scheduled':
      return <ScheduledTab open={open} />
    case 'invoices':
      return <InvoicesTab open={open} />
    case 'bookkeeping':
      return <BookkeepingTab />
  }
}
