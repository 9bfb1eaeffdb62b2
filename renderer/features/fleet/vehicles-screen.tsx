import { Button, Switch } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCar, IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../live/session-store.ts'
import { useClient, useRows } from '../../live/use-live.ts'
import { useNow } from '../../live/use-now.ts'
import { NEW } from '../../navigation/route.ts'
import { hrefOf, navigate } from '../../navigation/use-route.ts'
import { useHeldBack } from '../../session/needs.tsx'
import { DataTable } from '../../ui/table/data-table.tsx'
import { EmptyState } from '../../ui/frame/empty-state.tsx'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { ImportLink } from '../../ui/frame/import-link.tsx'
import { Screen } from '../../ui/frame/screen.tsx'
import { SearchField } from '../../ui/table/search-field.tsx'
import { RowSkeletons } from '../../ui/frame/skeletons.tsx'
import { ArchivedVehicle } from './archived-vehicle.tsx'
import { CustomerFilterSelect } from './customer-select.tsx'
import { FleetSwitch } from './fleet-switch.tsx'
import { narrowVehicles, useFleetView } from './fleet-view.ts'
import { NewVehicleInspector } from './new-vehicle-inspector.tsx'
import { useArchived } from './use-archived.ts'
import { useVehicleColumns } from './use-vehicle-columns.tsx'
import { VehicleInspector } from './vehicle-inspector.tsx'
import { everyVehicle, filterVehicles, vehicleRows } from './vehicle-row.ts'

const go = (open: string) => navigate({ screen: 'vehicles', open })
const close = () => navigate({ screen: 'vehicles' })

/** The vehicles that charge here, narrowed as one types, with an inspector to add or change one. */
export function VehiclesScreen({ open }: { open: string | null }) {
  const { t } = useTranslation('fleet')
  const hub = useClient()
  const live = useRows('vehicle')
  const customers = useRows('customer')
  const tokens = useRows('idToken')
  const bookings = useRows('booking')
  const now = useNow(60_000)
  const filter = useFleetView((view) => view.vehicles)
  const [search] = useDebouncedValue(filter.search, 250)
  const { customerId } = filter
  const opened = live.find((row) => row.id === open)
  // One that is not among the live rows may have been put aside long ago.
  const wanted = filter.archived || (open !== null && open !== NEW && !opened)
  const aside = useArchived(`${search} ${customerId}`, wanted, live, (after, signal) =>
    hub.vehicle.list(
      {
        archived: true,
        limit: 200,
        ...(after === undefined ? {} : { after }),
        ...(search.trim() === '' ? {} : { search: search.trim() }),
        ...(customerId === null ? {} : { customerId }),
      },
      { signal },
    ),
  )
  const rows = useMemo(() => {
    const coming = live.filter((row) => row.archivedAt === null)
    return vehicleRows([...coming, ...aside.rows], customers, tokens, bookings, now)
  }, [live, aside.rows, customers, tokens, bookings, now])
  const found = useMemo(() => filterVehicles(rows, filter), [rows, filter])
  const heldBack = useHeldBack('plan')
  const mayImport = useMay('operate')
  const columns = useVehicleColumns()
  const shown = rows.find((row) => row.id === open)
  const inspecting = open === NEW || shown !== undefined
  const none = !live.some((row) => row.archivedAt === null)
  const add = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden="true" />}
      {...heldBack}
      onClick={() => go(NEW)}
    >
      {t('vehicles.add')}
    </Button>
  )
  return (
    <Screen
      title={t('vehicles.title')}
      summary={found.length > 0 ? t('vehicles.count', { count: found.length }) : null}
      actions={
        inspecting ? null : (
          <>
            {mayImport ? <ImportLink href={hrefOf({ screen: 'import', kind: 'vehicle' })} /> : null}
            {none && !filter.archived ? null : add}
          </>
        )
      }
      toolbar={
        <>
          <FleetSwitch at="vehicles" />
          {none && !filter.archived ? null : (
            <>
              <SearchField
                label={t('vehicles.search')}
                value={filter.search}
                onChange={(typed) => narrowVehicles({ search: typed })}
              />
              <CustomerFilterSelect
                value={customerId}
                onChange={(chosen) => narrowVehicles({ customerId: chosen })}
              />
            </>
          )}
          <Switch
            label={t('vehicles.archived')}
            checked={filter.archived}
            onChange={(event) => narrowVehicles({ archived: event.currentTarget.checked })}
          />
        </>
      }
      inspector={
        open === NEW ? (
          <NewVehicleInspector key={NEW} customerId={customerId} onClose={close} onAdded={go} />
        ) : shown === undefined ? null : shown.vehicle.archivedAt === null ? (
          <VehicleInspector key={shown.id} row={shown} onClose={close} />
        ) : (
          <ArchivedVehicle key={shown.id} row={shown} onClose={close} />
        )
      }
    >
      <ErrorNote error={filter.archived ? aside.error : null} onRetry={aside.reload} />
      <DataTable
        name="vehicles"
        label={t('vehicles.title')}
        rows={found}
        columns={columns}
        rowId={(row) => row.id}
        selectedId={open}
        initialSort={{ columnId: 'plate', descending: false }}
        onOpen={(row) => go(row.id)}
        {...(filter.archived ? { onEndNear: aside.more } : {})}
        empty={
          filter.archived && aside.state === 'loading' ? (
            <RowSkeletons />
          ) : (
            <NoVehicles none={none} add={inspecting ? null : add} />
          )
        }
      />
    </Screen>
  )
}

function NoVehicles({ none, add }: { none: boolean; add: ReactNode }) {
  const { t } = useTranslation('fleet')
  const filter = useFleetView((view) => view.vehicles)
  const narrowed = filter.search.trim() !== '' || filter.customerId !== null
  if (narrowed)
    return (
      <EmptyState
        title={t('vehicles.noneFound')}
        action={
          <Button variant="default" onClick={() => narrowVehicles(everyVehicle)}>
            {t('vehicles.clear')}
          </Button>
        }
      />
    )
  if (filter.archived)
    return (
      <EmptyState title={t('vehicles.noneArchived')}>{t('vehicles.noneArchivedHint')}</EmptyState>
    )
  if (!none) return null
  return (
    <EmptyState icon={<IconCar size={40} stroke={1.2} />} title={t('vehicles.none')} action={add}>
      {t('vehicles.noneHint')}
    </EmptyState>
  )
}
