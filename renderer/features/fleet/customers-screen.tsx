import { Button, Switch } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconUsers } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useRows } from '../../live/use-live.ts'
import { NEW } from '../../navigation/route.ts'
import { navigate } from '../../navigation/use-route.ts'
import { useHeldBack } from '../../session/needs.tsx'
import { DataTable } from '../../ui/table/data-table.tsx'
import { EmptyState } from '../../ui/frame/empty-state.tsx'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { Screen } from '../../ui/frame/screen.tsx'
import { SearchField } from '../../ui/table/search-field.tsx'
import { RowSkeletons } from '../../ui/frame/skeletons.tsx'
import { ArchivedCustomer } from './archived-customer.tsx'
import { CustomerInspector } from './customer-inspector.tsx'
import { customerRows, filterCustomers } from './customer-row.ts'
import { FleetSwitch } from './fleet-switch.tsx'
import { everyCustomer, narrowCustomers, useFleetView } from './fleet-view.ts'
import { NewCustomerInspector } from './new-customer-inspector.tsx'
import { useArchived } from './use-archived.ts'
import { useCustomerColumns } from './use-customer-columns.tsx'

const go = (open: string) => navigate({ screen: 'customers', open })
const close = () => navigate({ screen: 'customers' })

/** Those whose vehicles charge here, narrowed as one types, with an inspector to add or change one. */
export function CustomersScreen({ open }: { open: string | null }) {
  const { t } = useTranslation('fleet')
  const hub = useClient()
  const live = useRows('customer')
  const vehicles = useRows('vehicle')
  const tokens = useRows('idToken')
  const filter = useFleetView((view) => view.customers)
  const [search] = useDebouncedValue(filter.search, 250)
  const opened = live.find((row) => row.id === open)
  // One that is not among the live rows may have been put aside long ago.
  const wanted = filter.archived || (open !== null && open !== NEW && !opened)
  const aside = useArchived(search, wanted, live, (after, signal) =>
    hub.customer.list(
      {
        archived: true,
        limit: 200,
        ...(after === undefined ? {} : { after }),
        ...(search.trim() === '' ? {} : { search: search.trim() }),
      },
      { signal },
    ),
  )
  const rows = useMemo(() => {
    const coming = live.filter((row) => row.archivedAt === null)
    return customerRows([...coming, ...aside.rows], vehicles, tokens)
  }, [live, aside.rows, vehicles, tokens])
  const found = useMemo(() => filterCustomers(rows, filter), [rows, filter])
  const heldBack = useHeldBack('plan')
  const columns = useCustomerColumns()
  const shown = rows.find((row) => row.id === open)
  const inspecting = open === NEW || shown !== undefined
  const none = !live.some((row) => row.archivedAt === null)
  const add = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden="true" />}
      {...heldBack}
      onClick={() => go(NEW)}
    >
      {t('customers.add')}
    </Button>
  )
  return (
    <Screen
      title={t('customers.title')}
      summary={found.length > 0 ? t('customers.count', { count: found.length }) : null}
      actions={inspecting || (none && !filter.archived) ? null : add}
      toolbar={
        <>
          <FleetSwitch at="customers" />
          {none && !filter.archived ? null : (
            <SearchField
              label={t('customers.search')}
              value={filter.search}
              onChange={(typed) => narrowCustomers({ search: typed })}
            />
          )}
          <Switch
            label={t('vehicles.archived')}
            checked={filter.archived}
            onChange={(event) => narrowCustomers({ archived: event.currentTarget.checked })}
          />
        </>
      }
      inspector={
        open === NEW ? (
          <NewCustomerInspector key={NEW} onClose={close} onAdded={go} />
        ) : shown === undefined ? null : shown.customer.archivedAt === null ? (
          <CustomerInspector key={shown.id} row={shown} onClose={close} />
        ) : (
          <ArchivedCustomer key={shown.id} row={shown} onClose={close} />
        )
      }
    >
      <ErrorNote error={filter.archived ? aside.error : null} onRetry={aside.reload} />
      <DataTable
        name="customers"
        label={t('customers.title')}
        rows={found}
        columns={columns}
        rowId={(row) => row.id}
        selectedId={open}
        initialSort={{ columnId: 'name', descending: false }}
        onOpen={(row) => go(row.id)}
        {...(filter.archived ? { onEndNear: aside.more } : {})}
        empty={
          filter.archived && aside.state === 'loading' ? (
            <RowSkeletons />
          ) : (
            <NoCustomers none={none} add={inspecting ? null : add} />
          )
        }
      />
    </Screen>
  )
}

function NoCustomers({ none, add }: { none: boolean; add: ReactNode }) {
  const { t } = useTranslation('fleet')
  const filter = useFleetView((view) => view.customers)
  if (filter.search.trim() !== '')
    return (
      <EmptyState
        title={t('customers.noneFound')}
        action={
          <Button variant="default" onClick={() => narrowCustomers(everyCustomer)}>
            {t('customers.clear')}
          </Button>
        }
      />
    )
  if (filter.archived)
    return (
      <EmptyState title={t('customers.noneArchived')}>{t('customers.noneArchivedHint')}</EmptyState>
    )
  if (!none) return null
  return (
    <EmptyState
      icon={<IconUsers size={40} stroke={1.2} />}
      title={t('customers.none')}
      action={add}
    >
      {t('customers.noneHint')}
    </EmptyState>
  )
}
