import { useTranslation } from 'react-i18next'
import type { SearchHit } from '../../../../shared/domain/search/search-hit.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { inert } from '../../../ui/mark/inert.ts'
import { usePlaceName } from '../use-names.ts'

/** Gives what a hit is called, and what tells it from others: where, when, how much. */
export function useHitWords(): (hit: SearchHit) => { title: string; detail: string } {
  const { t } = useTranslation('desk')
  const format = useFormat()
  const placeName = usePlaceName()
  return (hit) => {
    const { kind, title, plate, at, stationId, connectorId, amountMinor, currency } = hit
    const place =
      stationId === null || connectorId === null ? '' : placeName({ stationId, connectorId })
    const parts = [
      kind === 'connector' || place === '' ? '' : place,
      plate === title ? '' : inert(plate, 20).text,
      at === null ? '' : format.moment(at, Date.now()),
      amountMinor === null || currency === null ? '' : format.money(amountMinor, currency),
      hit.isHere && kind === 'stay' ? t('hits.here') : '',
    ]
    const shown =
      kind === 'receipt'
        ? t('hits.receipt', { number: hit.receiptNumber ?? title })
        : kind === 'connector' && place !== ''
          ? place
          : inert(title, 40).text
    return { title: shown || t('unnamed'), detail: parts.filter(Boolean).join(' · ') }
  }
}
