import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitNeed } from '../../../shared/domain/visit/need.ts'
import { inWords } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useRows } from '../../live/use-live.ts'
import { inert } from '../../ui/mark/inert.ts'
import type { VisitRow } from './visit-rows.ts'

/** What a visit is called and how it stands, in the reader's language. */
export interface VisitWords {
  readonly who: (row: VisitRow) => string
  /** Its connector; empty while it has none. */
  readonly place: (row: VisitRow) => string
  readonly state: (row: VisitRow) => string
  readonly need: (need: VisitNeed) => string
}

/** The words of visits, with the names of the live rows. */
export function useVisitWords(): VisitWords {
  const { t } = useTranslation('visit')
  const format = useFormat()
  const stations = useRows('station')
  const connectors = useRows('connector')
  return useMemo(() => {
    const names = new Map(stations.map(({ id, name }) => [id, inert(name, 30).text]))
    const many = new Set(
      connectors.filter(({ connectorId }) => connectorId === 2).map(({ stationId }) => stationId),
    )
    return {
      who: ({ visit: { plate, phone, email } }) =>
        inert(plate || phone || email, 40).text || t('nobody'),
      place: ({ booking }) => {
        if (booking === null || booking.stationId === null) return ''
        const { stationId, connectorId: connector } = booking
        const name = names.get(stationId) ?? ''
        return many.has(stationId) ? t('place', { name, connector }) : name
      },
      state: ({ visit: { state, endReason }, going, line }) => {
        if (going !== null) return t(`going.${going}`)
        if (state === 'over') return t(endReason === null ? 'state.over' : `end.${endReason}`)
        if (state === 'waiting')
          return line === null ? t('state.waitingPlain') : t('state.waiting', line)
        return t(`state.${state}`)
      },
      need: (need) => {
        switch (need.kind) {
          case 'full':
            return t('need.full')
          case 'distance':
            return t('need.distance', { km: format.number(need.km) })
          case 'soc':
            return t('need.soc', { from: need.arrivalPct, until: need.departurePct })
          case 'energy':
            return inWords({
              number: format.number(need.energyWh / 1_000, need.energyWh % 1_000 === 0 ? 0 : 1),
              unit: 'kWh',
            })
        }
      },
    }
  }, [t, format, stations, connectors])
}
