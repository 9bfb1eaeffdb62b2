import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookingRefusal } from '../../../shared/domain/booking/refusal.ts'
import { DAY, MINUTE } from '../../../shared/time/instant.ts'
import { inWords } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { inert } from '../mark/inert.ts'
import { useStretchWords } from './stretch-words.ts'

/** Gives the sentence, in the reader's language, for what is in the way of a booking. */
export function useBookingRefusalWords(): (refusal: BookingRefusal) => string {
  const { t } = useTranslation(['booking', 'fleet'])
  const format = useFormat()
  const stretchOf = useStretchWords()
  return useCallback(
    (refusal) => {
      switch (refusal.code) {
        case 'tooLong':
          return t('refusal.tooLong', { days: Math.floor(refusal.mostMs / DAY) })
        case 'overlaps': {
          const plate = inert(refusal.plate, 20).text || t('someone')
          const stretch = stretchOf(refusal.arrivesAt, refusal.departsAt)
          const minutes = Math.round(refusal.turnaroundMs / MINUTE)
          const key = minutes > 0 ? 'refusal.overlapsTurnaround' : 'refusal.overlaps'
          return capital(t(key, { plate, stretch, minutes }))
        }
        case 'vehicleElsewhere':
        case 'changedSince': {
          const stretch = stretchOf(refusal.arrivesAt, refusal.departsAt)
          return t(`refusal.${refusal.code}`, { stretch })
        }
        case 'plugDoesNotFit':
          return t('refusal.plugDoesNotFit', {
            has: t(`fleet:plug.${refusal.has}`),
            takes: refusal.takes.map((standard) => t(`fleet:plug.${standard}`)).join(', '),
          })
        case 'needImpossible':
          return t('refusal.needImpossible', {
            need: inWords(format.energy(refusal.needWh)),
            most: inWords(format.energy(refusal.mostWh)),
            power: inWords(format.power(refusal.powerW)),
          })
        case 'gridFull': {
          const [first] = refusal.stretches
          const short = inWords(format.energy(refusal.shortWh))
          const when = first === undefined ? '' : stretchOf(first.from, first.until)
          const feeder = inert(refusal.feeders.join(', '), 80).text
          return t(feeder === '' ? 'refusal.gridFull' : 'refusal.gridFullFeeder', {
            feeder,
            short,
            when,
          })
        }
        case 'closed': {
          const end = refusal.at === 'arrival' ? 'Arrival' : 'Departure'
          if (refusal.opensAt === null) return t(`refusal.closed${end}`)
          return t(`refusal.closed${end}Until`, { opens: format.dateTime(refusal.opensAt) })
        }
        default:
          return t(`refusal.${refusal.code}`)
      }
    },
    [t, format, stretchOf],
  )
}

/** A name in the middle of a sentence may be a plain word; at its beginning it has a capital. */
function capital(sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1)
}
