import type { TFunction } from 'i18next'
import type { Format } from '../../../i18n/use-format.ts'
import { Money } from '../../../payment/money.tsx'
import type { TableColumn } from '../../../ui/table/table-column.ts'

/** What invoices and those that a run would make have in common. */
interface Paper {
  readonly currency: string
  readonly inclMinor: number
  readonly stays: number
  readonly energyWh: number
}

export function amountColumn(t: TFunction<'invoice'>): TableColumn<Paper> {
  return {
    id: 'amount',
    title: t('columns.amount'),
    width: 124,
    align: 'right',
    fixed: true,
    sortBy: ({ inclMinor }) => inclMinor,
    cell: ({ inclMinor, currency }) => <Money minor={inclMinor} currency={currency} />,
  }
}

/** What was charged: how many stays, and how much energy. */
export function chargedColumns(t: TFunction<'invoice'>, format: Format): TableColumn<Paper>[] {
  return [
    {
      id: 'stays',
      title: t('columns.stays'),
      width: 80,
      align: 'right',
      sortBy: ({ stays }) => stays,
      cell: ({ stays }) => format.number(stays),
    },
    {
      id: 'energy',
      title: t('columns.energy'),
      width: 88,
      align: 'right',
      sortBy: ({ energyWh }) => energyWh,
      cell: ({ energyWh }) => format.energy(energyWh).number,
    },
  ]
}
