import { Button } from '@mantine/core'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../live/session-store.ts'
import { hrefOf, navigate } from '../../navigation/use-route.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { EmptyState } from '../../ui/frame/empty-state.tsx'
import { late } from '../../ui/late.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { Screen } from '../../ui/frame/screen.tsx'
import { SelectOpen } from './select-open.tsx'
import { filterStations } from './station-filter.ts'
import type { StationRow } from './station-row.ts'
import { StationsLayoutChoice } from './stations-layout.tsx'
import type { StationsLayout } from './stations-layout.tsx'
import { StationsTiles } from './stations-tiles.tsx'
import { StationsToolbar } from './stations-toolbar.tsx'
import { select, showEveryStation, useStationsView } from './stations-view.ts'
import { tileComparisons, tileOrders } from './tile-order.ts'
import type { TileOrder } from './tile-order.ts'
import { useStationColumns } from './use-station-columns.tsx'
import { useStationRows } from './use-station-rows.ts'
import './stations.css'

// With the commands and their forms, whose checks alone are a tenth of what the window would read.
const { Late: StationInspector, useSoon } = late(
  async () => (await import('./station-inspector.tsx')).StationInspector,
)
const rowId = (row: StationRow) => row.id
const needFirst = { columnId: 'state', descending: false }

/** Every station of the site, live: as a table or as tiles, narrowed and ordered, one open in the inspector. */
export function StationsScreen() {
  const { t } = useTranslation('stations')
  useSoon()
  const mayConnect = useMay('operate')
  const rows = useStationRows()
  const { filter, selectedId } = useStationsView()
  const [layout, setLayout] = useRemembered<StationsLayout>('stations.layout', 'table', (stored) =>
    stored === 'table' || stored === 'tiles' ? stored : undefined,
  )
  const [order, setOrder] = useRemembered<TileOrder>('stations.order', 'need', (stored) =>
    tileOrders.find((known) => known === stored),
  )
  const columns = useStationColumns()
  const shown = useMemo(() => filterStations(rows, filter), [rows, filter])
  const ordered = useMemo(
    () => (layout === 'tiles' ? shown.toSorted(tileComparisons[order]) : shown),
    [shown, layout, order],
  )
  const selected = rows.find((row) => row.id === selectedId)
  const onSelect = useCallback((row: StationRow) => select(row.id), [])
  const onOpen = useCallback(
    (row: StationRow) => navigate({ screen: 'station', stationId: row.id }),
    [],
  )
  const close = useCallback(() => select(null), [])
  const online = rows.filter((row) => row.station.connection === 'online').length

  const noMatch = (
    <EmptyState
      title={t('noMatch.title')}
      action={
        <Button variant="default" onClick={showEveryStation}>
          {t('noMatch.act')}
        </Button>
      }
    >
      {t('noMatch.text', { count: rows.length })}
    </EmptyState>
  )
  return (
    <Screen
      title={t('title')}
      summary={<Summary shown={shown.length} all={rows.length} online={online} />}
      actions={
        <>
          <StationsLayoutChoice
            layout={layout}
            onLayout={setLayout}
            order={order}
            onOrder={setOrder}
          />
          {mayConnect ? (
            <Button component="a" variant="default" href={hrefOf({ screen: 'adoption' })}>
              {t('add')}
            </Button>
          ) : null}
        </>
      }
      toolbar={<StationsToolbar rows={rows} />}
      inspector={
        selected ? <StationInspector key={selected.id} row={selected} onClose={close} /> : null
      }
    >
      <SelectOpen onSelect={onSelect} onOpen={onOpen}>
        {(onRow) =>
          layout === 'table' ? (
            <DataTable
              name="stations"
              label={t('title')}
              rows={shown}
              columns={columns}
              rowId={rowId}
              onOpen={onRow}
              selectedId={selected?.id ?? null}
              initialSort={needFirst}
              empty={noMatch}
            />
          ) : ordered.length === 0 ? (
            noMatch
          ) : (
            <StationsTiles rows={ordered} selectedId={selected?.id ?? null} onRow={onRow} />
          )
        }
      </SelectOpen>
    </Screen>
  )
}

function Summary({ shown, all, online }: { shown: number; all: number; online: number }) {
  const { t } = useTranslation('stations')
  const count = t('count', { count: all })
  return (
    <>
      {shown === all ? count : t('countOf', { shown, count: all })} ·{' '}
      {t('online', { count: online })}
    </>
  )
}
