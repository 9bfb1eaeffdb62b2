import { useMemo } from 'react'
import { adHocPowerW } from '../../../../shared/domain/tariff/ad-hoc-power.ts'
import type { TariffBook } from '../../../../shared/domain/tariff/choose.ts'
import { gravestFirst, lintTariff } from '../../../../shared/domain/tariff/lint.ts'
import { flexibleFindings } from '../../../../shared/domain/tariff/lint-flexible.ts'
import type { LintFinding } from '../../../../shared/domain/tariff/lint-finding.ts'
import type {
  TariffAssignment,
  TariffVersionWords,
} from '../../../../shared/domain/tariff/tariff.ts'
import type { Site } from '../../../../shared/domain/site/site.ts'
import { useRows } from '../../../live/use-live.ts'
import { useTariffBook } from './use-tariff-book.ts'

/** What is odd about a tariff in the making, on this site and for those that it is for. */
export function useLint(
  words: TariffVersionWords | null,
  assignments: readonly TariffAssignment[],
  site: Site,
): LintFinding[] {
  const stations = useRows('station')
  const connectors = useRows('connector')
  const { currency, timeZone } = site
  const book = useTariffBook(timeZone)
  return useMemo(() => {
    if (words === null) return []
    const there = new Set(
      stations.filter(({ retiredAt }) => retiredAt === null).map(({ id }) => id),
    )
    const powerW = adHocPowerW(
      assignments,
      connectors.filter(({ stationId }) => there.has(stationId)),
    )
    const today = Temporal.Now.plainDateISO(timeZone).toString()
    return gravestFirst([
      ...lintTariff(words.ocpi, { currency, adHocPowerW: powerW, today }),
      ...dearerIn(words, assignments, book),
    ])
  }, [words, assignments, stations, connectors, currency, timeZone, book])
}

/** Of several whom it is for one finding will do. */
function dearerIn(
  words: TariffVersionWords,
  assignments: readonly TariffAssignment[],
  book: TariffBook,
): LintFinding[] {
  for (const assignment of assignments) {
    const found = flexibleFindings(words, assignment, book, Date.now())
    if (found.length > 0) return found
  }
  return []
}
