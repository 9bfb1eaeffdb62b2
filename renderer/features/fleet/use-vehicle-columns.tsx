import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useNow } from '../../live/use-now.ts'
import { Figure } from '../../ui/mark/figure.tsx'
import { InertText } from '../../ui/mark/inert-text.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'
import { BookingSpan } from './vehicle-bookings.tsx'
import type { VehicleRow } from './vehicle-row.ts'

/** The columns of the vehicle table. */
export function useVehicleColumns(): TableColumn<VehicleRow>[] {
  const { t } = useTranslation('fleet')
  const format = useFormat()
  const now = useNow(60_000)
  return useMemo(
    () => [
      {
        id: 'plate',
        title: t('vehicle.plate'),
        fixed: true,
        width: 96,
        code: true,
        sortBy: (row) => row.vehicle.plate,
        cell: (row) => (
          <strong>
            <InertText text={row.vehicle.plate} max={20} />
          </strong>
        ),
      },
      {
        id: 'name',
        title: t('vehicle.name'),
        width: 104,
        grow: 2,
        sortBy: (row) => row.vehicle.name,
        cell: (row) => <InertText text={row.vehicle.name} max={80} />,
      },
      {
        id: 'customer',
        title: t('vehicle.customer'),
        width: 120,
        grow: 2,
        sortBy: (row) => row.customer?.name ?? null,
        cell: (row) => <InertText text={row.customer?.name ?? null} max={120} />,
      },
      {
        id: 'next',
        title: t('vehicle.next'),
        width: 168,
        grow: 1,
        sortBy: (row) => row.bookings[0]?.arrivesAt ?? null,
        cell: ({ bookings: [next] }) =>
          next ? <BookingSpan booking={next} /> : <Soft text={t('vehicle.nextNone')} />,
      },
      {
        id: 'departs',
        title: t('vehicle.departs'),
        width: 116,
        sortBy: (row) => row.vehicle.departsAt,
        cell: (row) => <InertText text={row.vehicle.departsAt} />,
      },
      {
        id: 'battery',
        title: t('vehicle.battery'),
        width: 88,
        align: 'right',
        sortBy: (row) => row.vehicle.batteryWh,
        cell: (row) => <Figure value={format.energy(row.vehicle.batteryWh)} />,
      },
      {
        id: 'ac',
        title: t('vehicle.ac'),
        width: 84,
        align: 'right',
        sortBy: (row) => row.vehicle.maxAcW,
        cell: (row) => <Figure value={format.power(row.vehicle.maxAcW)} />,
      },
      {
        id: 'dc',
        title: t('vehicle.dc'),
        width: 84,
        align: 'right',
        sortBy: (row) => row.vehicle.maxDcW,
        cell: (row) => <Figure value={format.power(row.vehicle.maxDcW)} />,
      },
      {
        id: 'tokens',
        title: t('vehicle.tokens'),
        width: 112,
        grow: 1,
        sortBy: (row) => row.tokens[0]?.idToken ?? null,
        cell: (row) =>
          row.tokens.length === 0 ? (
            <Soft text={t('vehicle.tokensNone')} />
          ) : (
            <InertText text={row.tokens.map(({ idToken }) => idToken).join(', ')} max={80} />
          ),
      },
      {
        id: 'standards',
        title: t('vehicle.standards'),
        width: 120,
        hidden: true,
        sortBy: (row) => row.vehicle.standards[0] ?? null,
        cell: (row) => (
          <InertText text={row.vehicle.standards.map((plug) => t(`plug.${plug}`)).join(', ')} />
        ),
      },
      {
        id: 'costCentre',
        title: t('vehicle.costCentre'),
        width: 112,
        hidden: true,
        sortBy: (row) => row.vehicle.costCentre || null,
        cell: (row) => <InertText text={row.vehicle.costCentre} max={40} />,
      },
      {
        id: 'changed',
        title: t('vehicle.changed'),
        width: 112,
        hidden: true,
        sortBy: (row) => row.vehicle.updatedAt,
        cell: (row) => format.moment(row.vehicle.updatedAt, now),
      },
    ],
    [t, format, now],
  )
}

function Soft({ text }: { text: string }) {
  return <span className="lp-soft">{text}</span>
}
