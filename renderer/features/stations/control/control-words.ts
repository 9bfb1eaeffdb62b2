import { useTranslation } from 'react-i18next'
import type {
  ChargingControl,
  SentProfile,
  ToldCharger,
} from '../../../../shared/domain/dispatch/charging-control.ts'
import { inWords } from '../../../i18n/format.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { inert } from '../../../ui/mark/inert.ts'
import type { Instant } from '../../../../shared/time/instant.ts'

/** A charger's longest own word that is shown. */
const LONGEST_WORD = 40

/** How charging control is put in words. */
export function useControlWords(voltageV: number) {
  const { t } = useTranslation('station')
  const format = useFormat()
  return {
    /** What the charger can. */
    capability(charger: ToldCharger | null): string {
      const { capability, manner } = charger ?? { capability: null, manner: null }
      if (capability === null) return t('control.unread')
      if (!capability.smartCharging) return t('control.noSmartCharging')
      return t('control.capability', {
        unit: t(`control.unit.${manner?.unit ?? 'A'}`),
        count: manner?.maxPeriods ?? capability.maxPeriods,
        level: manner?.stackLevel ?? capability.maxStackLevel,
      })
    },
    /** What the connector may draw by itself. */
    fallback({ fallbackDa, standing }: ChargingControl): string {
      if (fallbackDa === null) return t('control.noFallback')
      if (fallbackDa === 0) return t('control.fallbackNothing')
      const phases = (standing.held ?? standing.asked)?.numberPhases ?? 3
      return t(phases === 1 ? 'control.fallbackOne' : 'control.fallback', {
        current: inWords(format.current(fallbackDa)),
        power: inWords(format.power((fallbackDa * phases * voltageV) / 10)),
      })
    },
    /** What was sent last, and what the charger said. */
    last(sent: SentProfile | null, now: Instant): string {
      if (sent === null) return t('control.nothingSent')
      const word = sent.word === null ? '' : inert(sent.word, LONGEST_WORD).text
      return t(sent.transactionId === null ? 'control.sentDefault' : 'control.sentLive', {
        when: format.moment(sent.sentAt, now),
        answer: t(`control.answer.${sent.answer}`),
        word: word === '' ? '' : ` (${word})`,
      })
    },
    /** Whether it holds to what it was told. */
    follows({ follows, followsSince }: ChargingControl, now: Instant): string {
      return t(`control.follows.${follows}`, { when: format.moment(followsSince, now) })
    },
  }
}
