import { useMemo } from 'react'
import type { TariffBook } from '../../../../shared/domain/tariff/choose.ts'
import { useRows } from '../../../live/use-live.ts'

/** The site's tariffs and whom they are for. */
export function useTariffBook(timeZone: string): TariffBook {
  const tariffs = useRows('tariff')
  const versions = useRows('tariffVersion')
  const assignments = useRows('tariffAssignment')
  return useMemo(
    () => ({ tariffs, versions, assignments, timeZone }),
    [tariffs, versions, assignments, timeZone],
  )
}
