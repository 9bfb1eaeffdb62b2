import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bill } from '../../../../shared/domain/bill/bill.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useRows } from '../../../live/use-live.ts'
import { useNow } from '../../../live/use-now.ts'
import { lookOfBill } from '../../../payment/money-look.ts'
import { MoneyMark } from '../../../payment/money-mark.tsx'
import { Money } from '../../../payment/money.tsx'
import { payStateOf } from '../../../payment/pay-state.ts'
import { whoOf } from '../../../payment/who.ts'
import { inert } from '../../../ui/mark/inert.ts'
import type { TableColumn } from '../../../ui/table/table-column.ts'
import { ChosenBox } from '../chosen-box.tsx'
import type { ChosenStore } from '../chosen-store.ts'
import { dueSince } from './unpaid-bills.ts'

/** The columns of the unpaid bills. */
export function useBillColumns(chosen: ChosenStore): TableColumn<Bill>[] {
  const { t } = useTranslation(['payments', 'payment'])
  const format = useFormat()
  const stations = useRows('station')
  const customers = useRows('customer')
  const now = useNow(60_000)
  return useMemo((): TableColumn<Bill>[] => {
    const names = new Map(stations.map(({ id, name }) => [id, inert(name, 60).text]))
    const payers = new Map(customers.map(({ id, name }) => [id, inert(name, 60).text]))
    const placeOf = ({ stationId }: Bill) =>
      stationId === null ? '' : (names.get(stationId) ?? '')
    const payerOf = ({ customerId }: Bill) =>
      customerId === null ? '' : (payers.get(customerId) ?? '')
    return [
      {
        id: 'chosen',
        title: '',
        width: 20,
        fixed: true,
        cell: (bill) => <ChosenBox store={chosen} id={bill.id} what={whoOf(bill)} />,
      },
      {
        id: 'who',
        title: t('columns.who'),
        width: 112,
        fixed: true,
        sortBy: whoOf,
        cell: (bill) => <span className="lp-pay-who">{whoOf(bill) || '–'}</span>,
      },
      {
        id: 'due',
        title: t('columns.due'),
        width: 104,
        align: 'right',
        fixed: true,
        sortBy: ({ dueMinor }) => dueMinor,
        cell: ({ dueMinor, currency }) => <Money minor={dueMinor} currency={currency} />,
      },
      {
        id: 'state',
        title: t('columns.state'),
        width: 112,
        cell: (bill) => {
          const state = payStateOf(bill, 0)
          return <MoneyMark look={lookOfBill(state)} text={t(`payment:pay.${state}`)} />
        },
      },
      {
        id: 'age',
        title: t('columns.age'),
        width: 88,
        align: 'right',
        sortBy: (bill) => now - dueSince(bill),
        cell: (bill) => format.duration(now - dueSince(bill)),
      },
      {
        id: 'reminders',
        title: t('columns.reminders'),
        width: 96,
        align: 'right',
        sortBy: ({ reminders }) => reminders,
        cell: ({ reminders }) => (reminders === 0 ? <Blank /> : reminders),
      },
      {
        id: 'customer',
        title: t('columns.customer'),
        width: 140,
        grow: 1,
        sortBy: (bill) => payerOf(bill) || null,
        cell: (bill) => payerOf(bill) || <Blank />,
      },
      {
        id: 'stay',
        title: t('columns.stay'),
        width: 112,
        sortBy: ({ startsAt }) => startsAt,
        cell: ({ startsAt }) => format.moment(startsAt, now),
      },
      {
        id: 'place',
        title: t('columns.place'),
        width: 80,
        grow: 0.6,
        sortBy: (bill) => placeOf(bill) || null,
        cell: (bill) => placeOf(bill) || <Blank />,
      },
    ]
  }, [t, format, stations, customers, now, chosen])
}

function Blank() {
  return <span className="lp-soft">–</span>
}
