import { lazy, Suspense, useEffect } from 'react'
// Where the window opens comes along: React holds a screen it had to wait for back for 300 ms.
import { FirstRun } from '../features/adoption/first-run.tsx'
import { StationsScreen } from '../features/stations/stations-screen.tsx'
import { shell } from '../live/shell.ts'
import { useMay } from '../live/session-store.ts'
import { useLoaded, useRows } from '../live/use-live.ts'
import type { Route } from '../navigation/route.ts'
import { rightsOfScreens } from '../navigation/rights.ts'
import { NotYours } from '../session/not-yours.tsx'
import { RowSkeletons } from '../ui/frame/skeletons.tsx'
import { ScreenBoundary } from './screen-boundary.tsx'

const StationScreen = lazy(async () => ({
  default: (await import('../features/stations/station-screen.tsx')).StationScreen,
}))
const TimelineScreen = lazy(async () => ({
  default: (await import('../features/timeline/timeline-screen.tsx')).TimelineScreen,
}))
const LoadScreen = lazy(async () => ({
  default: (await import('../features/load/load-screen.tsx')).LoadScreen,
}))
const ReadinessScreen = lazy(async () => ({
  default: (await import('../features/readiness/readiness-screen.tsx')).ReadinessScreen,
}))
const AdoptionScreen = lazy(async () => ({
  default: (await import('../features/adoption/adoption-screen.tsx')).AdoptionScreen,
}))
const TransactionsScreen = lazy(async () => ({
  default: (await import('../features/transactions/transactions-screen.tsx')).TransactionsScreen,
}))
const TransactionScreen = lazy(async () => ({
  default: (await import('../features/transactions/transaction-screen.tsx')).TransactionScreen,
}))
const DeskScreen = lazy(async () => ({
  default: (await import('../features/desk/desk-screen.tsx')).DeskScreen,
}))
const OnlineScreen = lazy(async () => ({
  default: (await import('../features/online/online-screen.tsx')).OnlineScreen,
}))
const TillScreen = lazy(async () => ({
  default: (await import('../features/till/till-screen.tsx')).TillScreen,
}))
const PaymentsScreen = lazy(async () => ({
  default: (await import('../features/payments/payments-screen.tsx')).PaymentsScreen,
}))
const ReportsScreen = lazy(async () => ({
  default: (await import('../features/reports/reports-screen.tsx')).ReportsScreen,
}))
const VehiclesScreen = lazy(async () => ({
  default: (await import('../features/fleet/vehicles-screen.tsx')).VehiclesScreen,
}))
const CustomersScreen = lazy(async () => ({
  default: (await import('../features/fleet/customers-screen.tsx')).CustomersScreen,
}))
const RecurringScreen = lazy(async () => ({
  default: (await import('../features/recurring/recurring-screen.tsx')).RecurringScreen,
}))
const ImportScreen = lazy(async () => ({
  default: (await import('../features/import/import-screen.tsx')).ImportScreen,
}))
const JournalScreen = lazy(async () => ({
  default: (await import('../features/journal/journal-screen.tsx')).JournalScreen,
}))
const SettingsScreen = lazy(async () => ({
  default: (await import('../features/settings/settings-screen.tsx')).SettingsScreen,
}))

/** The screen of a route, all but the first fetched when first gone to; skeletons until the first rows are here. */
export function Routes({ route }: { route: Route }) {
  const loaded = useLoaded()
  const right = rightsOfScreens[route.screen]
  const may = useMay(right)
  if (!loaded) return <RowSkeletons />
  return (
    <ScreenBoundary key={route.screen}>
      <Suspense fallback={<RowSkeletons />}>
        {may ? <ScreenOf route={route} /> : <NotYours right={right} />}
        <Ready />
      </Suspense>
    </ScreenBoundary>
  )
}

function ScreenOf({ route }: { route: Route }) {
  // Features don't know one another, so it is here that a site without stations begins with connecting one.
  const mayConnect = useMay('operate')
  const stations = useRows('station')
  const bare = mayConnect && stations.every((station) => station.retiredAt !== null)
  switch (route.screen) {
    case 'stations':
      return bare ? <FirstRun /> : <StationsScreen />
    case 'station':
      return (
        <StationScreen
          key={route.stationId}
          stationId={route.stationId}
          {...(route.tab ? { tab: route.tab } : {})}
        />
      )
    case 'timeline':
      return <TimelineScreen open={route.open ?? null} />
    case 'load':
      return <LoadScreen />
    case 'readiness':
      return <ReadinessScreen wall={route.wall === true} />
    case 'adoption':
      return <AdoptionScreen open={route.open ?? null} />
    case 'transactions':
      return <TransactionsScreen />
    case 'transaction':
      return <TransactionScreen key={route.transactionId} transactionId={route.transactionId} />
    case 'desk':
      return <DeskScreen open={route.open ?? null} />
    case 'online':
      return <OnlineScreen open={route.open ?? null} />
    case 'till':
      return <TillScreen tab={route.tab ?? 'shift'} open={route.open ?? null} />
    case 'payments':
      return <PaymentsScreen tab={route.tab ?? null} open={route.open ?? null} />
    case 'reports':
      return <ReportsScreen tab={route.tab ?? 'day'} open={route.open ?? null} />
    case 'vehicles':
      return <VehiclesScreen open={route.open ?? null} />
    case 'customers':
      return <CustomersScreen open={route.open ?? null} />
    case 'recurring':
      return <RecurringScreen open={route.open ?? null} />
    case 'import': {
      const { kind = 'vehicle' } = route
      return <ImportScreen key={kind} kind={kind} />
    }
    case 'journal':
      return <JournalScreen open={route.open ?? null} filter={route.filter} />
    case 'settings':
      return <SettingsScreen section={route.section ?? null} open={route.open ?? null} />
  }
}

/** Marks the document once a screen with live rows, or its empty state, stands there to be used. */
function Ready() {
  useEffect(() => {
    document.documentElement.dataset.ready = 'true'
    shell()?.canBeUsed()
  }, [])
  return null
}
