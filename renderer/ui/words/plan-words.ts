import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { explain } from '../../../shared/domain/planning/explain.ts'
import type { PlanPart } from '../../../shared/domain/planning/explain.ts'
import type { PlanLine, StoredPlan } from '../../../shared/domain/planning/stored-plan.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { inWords } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { inert } from '../mark/inert.ts'

/** A plan that is complete so shortly before the departure is complete just before it. */
const JUST = 5 * MINUTE
/** Powers this close to one another are told as one. */
const ALIKE = 0.9

/**
 * Gives the plan of a car as one sentence: "Charges at 11,0 kW now, pauses at 18:00 until 21:15 because the site is
 * full, then charges at 7,4 kW, ready 02:40, 3 h 20 min before departure."
 * @param feederName what a feeder is called; undefined when it is not known any more
 */
export function usePlanWords(): (
  line: PlanLine,
  plan: StoredPlan | null,
  now: Instant,
  feederName: (feederId: string) => string | undefined,
) => string {
  const { t } = useTranslation('readiness')
  const format = useFormat()
  return useCallback(
    (line, plan, now, feederName) => {
      const named = (feederIds: readonly string[]) =>
        feederIds
          .map((id) => feederName(id))
          .filter((name) => name !== undefined)
          .map((name) => inert(name, 60).text)
          .join(', ') || t('plan.aFeeder')
      const power = (lowW: number, highW: number) => {
        const high = inWords(format.power(highW))
        if (lowW >= highW * ALIKE) return high
        return t('plan.range', { low: format.power(lowW).number, high })
      }
      const at = (instant: Instant) => format.moment(instant, now)
      const wordsOf = (part: PlanPart, index: number): string => {
        switch (part.kind) {
          case 'charges': {
            const told = power(part.lowW, part.highW)
            if (part.from === null) return t('plan.chargesNow', { power: told })
            if (index > 0) return t('plan.thenCharges', { power: told })
            return t('plan.charges', { power: told, from: at(part.from) })
          }
          case 'pauses': {
            const feeder = named(part.feederIds)
            const because = t(`plan.because.${part.because}`, { feeder })
            const until = at(part.until)
            if (part.from === null) return t('plan.pausesNow', { until, because })
            return t('plan.pauses', { from: at(part.from), until, because })
          }
          case 'ready': {
            const before = part.beforeDepartureMs
            if (before < JUST) return t('plan.readyJust', { at: at(part.at) })
            return t('plan.ready', { at: at(part.at), before: format.duration(before) })
          }
          case 'untilDeparture':
            return t('plan.untilDeparture', { at: at(part.at) })
          case 'short': {
            const energy = inWords(format.energy(part.shortfallWh))
            const full = part.feederIds.length > 0 ? 'feederFull' : 'siteFull'
            const because =
              part.because === 'window'
                ? t('plan.window')
                : t(`plan.because.${full}`, { feeder: named(part.feederIds) })
            return t('plan.short', { energy, because })
          }
          default:
            return t(`plan.${part.kind}`)
        }
      }
      const sentence = explain(line, plan, now).map(wordsOf).join(', ')
      return `${sentence.charAt(0).toLocaleUpperCase()}${sentence.slice(1)}.`
    },
    [t, format],
  )
}
