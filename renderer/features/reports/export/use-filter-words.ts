import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportFilter } from '../../../../shared/domain/report/spec.ts'
import { useRows } from '../../../live/use-live.ts'
import { inert } from '../../../ui/mark/inert.ts'

/** Gives what a report is narrowed down by, one sentence each: "Station: A1". */
export function useFilterWords(): (filter: ReportFilter) => string[] {
  const { t } = useTranslation(['reports', 'payment'])
  const customers = useRows('customer')
  const stations = useRows('station')
  const vehicles = useRows('vehicle')
  return useCallback(
    ({ customerId, costCentre, stationId, vehicleId, means, attendant, shiftId }) => {
      const nameOf = (rows: readonly { id: string; name: string }[], id: string) =>
        inert(rows.find((row) => row.id === id)?.name ?? id, 40).text
      const one = (name: string, value: string) => t('reports:export.filter.one', { name, value })
      const plate = vehicles.find(({ id }) => id === vehicleId)?.plate
      return [
        customerId === undefined
          ? null
          : one(t('reports:export.filter.customerId'), nameOf(customers, customerId)),
        costCentre === undefined ? null : one(t('reports:export.filter.costCentre'), costCentre),
        stationId === undefined
          ? null
          : one(t('reports:export.filter.stationId'), nameOf(stations, stationId)),
        vehicleId === undefined
          ? null
          : one(t('reports:export.filter.vehicleId'), inert(plate ?? vehicleId, 40).text),
        means === undefined
          ? null
          : one(t('reports:export.filter.means'), t(`payment:means.${means}`)),
        attendant === undefined ? null : one(t('reports:export.filter.attendant'), attendant),
        shiftId === undefined
          ? null
          : one(t('reports:export.filter.shiftId'), t('reports:export.filter.thatShift')),
      ].filter((words) => words !== null)
    },
    [t, customers, stations, vehicles],
  )
}
