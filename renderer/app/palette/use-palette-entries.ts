import { useMantineColorScheme } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import { chooseLanguage } from '../../i18n/locale.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { tellAct } from '../../live/last-act.ts'
import { useClient, useRow, useRows } from '../../live/use-live.ts'
import { useNow } from '../../live/use-now.ts'
import { useMayAll, useSession } from '../../live/session-store.ts'
import { FIND, NEW } from '../../navigation/route.ts'
import { navigate } from '../../navigation/use-route.ts'
import { inert } from '../../ui/mark/inert.ts'
import { useRefusalWords } from '../../ui/words/refusal-words.ts'
import { fleetEntries } from './fleet-entries.ts'
import { bookingEntries } from './booking-entries.ts'
import { paymentEntries } from './payment-entries.ts'
import { openLimitMenu } from '../limit/limit-menu-store.ts'
import { presetEntries, reportEntries } from './report-entries.ts'
import type { PaletteEntry } from './palette-search.ts'
import { rightOfEntry } from './palette-rights.ts'
import { placesFor } from '../places.ts'
import { sessionEntries } from './session-entries.ts'

/** Everything the palette offers, from the live rows. */
export function usePaletteEntries(acts: {
  onShortcuts: () => void
  onStop: (transaction: Transaction) => void
}): PaletteEntry[] {
  const daily = useDailyEntries(acts.onShortcuts)
  const rows = useRowEntries(acts.onStop)
  const may = useMayAll()
  return [...daily, ...rows].filter(({ id }) => may(rightOfEntry(id)))
}

function useDailyEntries(onShortcuts: () => void): PaletteEntry[] {
  const { t } = useTranslation('shell')
  const wordsOf = useRefusalWords()
  const hub = useClient()
  const { setColorScheme } = useMantineColorScheme()
  const openUntil = useRow('pairing', 'pairing')?.openUntil ?? 0
  const failed = (error: unknown) => {
    notifications.show({ message: wordsOf(error), color: 'ink' })
  }
  const act = (
    name:
      | 'walkUp'
      | 'deskFind'
      | 'addStation'
      | 'addToken'
      | 'addVehicle'
      | 'addCustomer'
      | 'importCsv'
      | 'setLimit'
      | 'limitForAWhile'
      | 'connectionInfo'
      | 'recurring'
      | 'wallBoard'
      | 'addRecurring'
      | 'bookingTerms'
      | 'online'
      | 'driverPage'
      | 'houseRules'
      | 'driverSigns'
      | 'blockList'
      | 'calendars'
      | 'journal'
      | 'unpaid'
      | 'ledger'
      | 'paymentTerms'
      | 'users'
      | 'shortcuts',
    run: () => void,
  ) => ({ id: name, group: 'groupDo', label: t(`palette.${name}`), always: true, run }) as const
  const look = (name: 'light' | 'dark' | 'system' | 'english' | 'swedish', run: () => void) =>
    ({ id: name, group: 'groupDo', label: t(`palette.${name}`), run }) as const
  const open = openUntil > useNow(1_000)
  const may = useMayAll()
  const userIsIn = useSession()?.state === 'in'
  const pair = async () => {
    await (open ? hub.adoption.closePairing() : hub.adoption.openPairing())
    tellAct(t(open ? 'said.pairingClosed' : 'said.pairingOpened'))
    if (!open) navigate({ screen: 'adoption' })
  }
  return [
    {
      id: 'pairing',
      group: 'groupDo',
      label: t(open ? 'palette.closePairing' : 'palette.openPairing'),
      always: true,
      run: () => void pair().catch(failed),
    },
    ...(may('attend') ? [act('walkUp', () => navigate({ screen: 'desk', open: NEW }))] : []),
    act('deskFind', () => navigate({ screen: 'desk', open: FIND })),
    act('addStation', () => navigate({ screen: 'adoption', open: NEW })),
    act('addToken', () => navigate({ screen: 'settings', section: 'tokens', open: NEW })),
    act('addVehicle', () => navigate({ screen: 'vehicles', open: NEW })),
    act('addCustomer', () => navigate({ screen: 'customers', open: NEW })),
    act('importCsv', () => navigate({ screen: 'import' })),
    act('setLimit', () => navigate({ screen: 'settings', section: 'grid' })),
    act('limitForAWhile', () => openLimitMenu(true)),
    act('connectionInfo', () => navigate({ screen: 'settings', section: 'connection' })),
    act('addRecurring', () => navigate({ screen: 'recurring', open: NEW })),
    act('recurring', () => navigate({ screen: 'recurring' })),
    act('wallBoard', () => navigate({ screen: 'readiness', wall: true })),
    act('bookingTerms', () => navigate({ screen: 'settings', section: 'bookings' })),
    act('online', () => navigate({ screen: 'online' })),
    act('driverPage', () => navigate({ screen: 'settings', section: 'driver' })),
    act('houseRules', () => toDriver('rules')),
    act('driverSigns', () => toDriver('signs')),
    act('blockList', () => toDriver('blocks')),
    act('calendars', () => navigate({ screen: 'settings', section: 'calendars' })),
    act('unpaid', () => navigate({ screen: 'payments', tab: 'unpaid' })),
    act('ledger', () => navigate({ screen: 'payments', tab: 'ledger' })),
    act('paymentTerms', () => navigate({ screen: 'settings', section: 'payments' })),
    ...reportEntries((name) => t(`palette.${name}`)),
    act('journal', () => navigate({ screen: 'journal' })),
    act('shortcuts', onShortcuts),
    ...(userIsIn ? sessionEntries((name) => t(`palette.${name}`)) : []),
    act('users', () => navigate({ screen: 'settings', section: 'users' })),
    look('light', () => setColorScheme('light')),
    look('dark', () => setColorScheme('dark')),
    look('system', () => setColorScheme('auto')),
    look('english', () => chooseLanguage('en')),
    look('swedish', () => chooseLanguage('sv')),
    ...placesFor(may).map((place) => ({
      id: `go-${place.name}`,
      group: 'groupGo' as const,
      label: t(`screen.${place.name}`),
      always: true,
      run: () => navigate(place.route),
    })),
  ]
}

function toDriver(open: string): void {
  navigate({ screen: 'settings', section: 'driver', open })
}

function useRowEntries(onStop: (transaction: Transaction) => void): PaletteEntry[] {
  const { t } = useTranslation('shell')
  const format = useFormat()
  const stations = useRows('station')
  const transactions = useRows('transaction')
  const tokens = useRows('idToken')
  const bookings = useRows('booking')
  const vehicles = useRows('vehicle')
  const customers = useRows('customer')
  const bills = useRows('bill')
  const presets = useRows('reportPreset')
  return useMemo(() => {
    const names = new Map(stations.map((station) => [station.id, inert(station.name, 60).text]))
    const nameOf = (id: string) => names.get(id) ?? t('status.stationGone')
    const running = transactions.filter((row) => row.state === 'active')
    const newest = transactions.toSorted((a, b) => b.startedAt - a.startedAt)
    return [
      ...running.map((row): PaletteEntry => ({
        id: `stop-${row.id}`,
        group: 'groupDo',
        label: t('palette.stop', { name: nameOf(row.stationId) }),
        hint: t('palette.stopHint', { connector: row.connectorId, token: inert(row.idToken).text }),
        run: () => onStop(row),
      })),
      ...stations
        .filter((row) => row.retiredAt === null)
        .flatMap((row): PaletteEntry[] => {
          const hint = inert(
            [row.chargePointId, row.vendor, row.model, row.zone].filter(Boolean).join(' · '),
            100,
          ).text
          const go = (tab?: string) =>
            navigate({ screen: 'station', stationId: row.id, ...(tab ? { tab } : {}) })
          return [
            { id: row.id, group: 'groupStations', label: nameOf(row.id), hint, run: () => go() },
            {
              id: `log-${row.id}`,
              group: 'groupDo',
              label: t('palette.messages', { name: nameOf(row.id) }),
              words: row.chargePointId,
              run: () => go('messages'),
            },
          ]
        }),
      ...paymentEntries(
        bills,
        (who) => t('palette.takePayment', { who }),
        ({ dueMinor, currency }) => format.money(dueMinor, currency),
      ),
      ...presetEntries(presets, (name) => t('palette.report', { name })),
      ...fleetEntries(vehicles, customers),
      ...bookingEntries(bookings, vehicles, nameOf, format.dateTime),
      ...newest.map((row): PaletteEntry => ({
        id: row.id,
        group: 'groupTransactions',
        label: `${nameOf(row.stationId)} · ${inert(row.idToken).text}`,
        hint: row.state === 'active' ? t('palette.running') : format.dateTime(row.startedAt),
        words: `${row.ocppTransactionId}`,
        run: () => navigate({ screen: 'transaction', transactionId: row.id }),
      })),
      ...tokens.map((row): PaletteEntry => ({
        id: row.id,
        group: 'groupTokens',
        label: inert(row.idToken).text,
        hint: inert(row.label).text,
        run: () => navigate({ screen: 'settings', section: 'tokens', open: row.id }),
      })),
    ]
  }, [
    t,
    format,
    stations,
    transactions,
    tokens,
    bookings,
    vehicles,
    customers,
    bills,
    presets,
    onStop,
  ])
}
