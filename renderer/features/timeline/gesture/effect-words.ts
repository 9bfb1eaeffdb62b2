import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { plateOf } from '../../../../shared/domain/booking/placement.ts'
import type { Alternative, BookingRefusal } from '../../../../shared/domain/booking/refusal.ts'
import { inWords } from '../../../i18n/format.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import type { LoadEffect } from '../../../live/judging.ts'
import { liveSurroundings } from '../../../live/surroundings.ts'
import { inert } from '../../../ui/mark/inert.ts'
import { useStretchWords } from '../../../ui/words/stretch-words.ts'

/** A change of the peak below this is none to the reader, W. */
const LEAST_W = 50
const MOST_NAMED = 3

/** The words for what something that is held would do to the load. */
export interface EffectWords {
  /** "fits, peak +9.0 kW" */
  readonly fitWords: (effect: LoadEffect | null) => string
  /** "no: 18:00–19:15 is full; fits at 19:30" */
  readonly fullWords: (refusals: readonly BookingRefusal[], offer?: Alternative) => string
  /** "3 other cars change: DEF 456, GHI 789, JKL 012"; empty where none do. */
  readonly othersWords: (effect: LoadEffect | null) => string
}

export function useEffectWords(): EffectWords {
  const { t } = useTranslation('booking')
  const format = useFormat()
  const stretchOf = useStretchWords()
  return useMemo(() => {
    const stretchesIn = ({ stretches, feeders }: BookingRefusal & { code: 'gridFull' }): string => {
      const when = stretches.slice(0, MOST_NAMED).map(({ from, until }) => stretchOf(from, until))
      const more = stretches.length > MOST_NAMED ? ' …' : ''
      const told = `${when.join(', ')}${more}`
      const feeder = inert(feeders.join(', '), 60).text
      return feeder === '' ? told : t('effect.onFeeder', { feeder, when: told })
    }
    return {
      fitWords: (effect) => {
        if (effect === null) return t('fits')
        const { peakChangeW } = effect
        if (Math.abs(peakChangeW) < LEAST_W) return t('effect.same')
        const power = inWords(format.power(Math.abs(peakChangeW)))
        return t(peakChangeW > 0 ? 'effect.higher' : 'effect.lower', { power })
      },
      fullWords: (refusals, offer) => {
        const full = refusals.flatMap((refusal) =>
          refusal.code === 'gridFull' ? [stretchesIn(refusal)] : [],
        )
        const when = full.join(', ')
        if (offer === undefined) return t('effect.full', { when })
        return t('effect.fullFitsAt', { when, at: format.moment(offer.arrivesAt, Date.now()) })
      },
      othersWords: (effect) => {
        if (effect === null || effect.changed.length === 0) return ''
        const around = liveSurroundings()
        const plates = effect.changed.slice(0, MOST_NAMED).map((id) => {
          const booking = around.occupancy.get(id)
          const plate = booking === undefined ? '' : inert(plateOf(booking, around), 20).text
          return plate || t('unnamed')
        })
        const more = effect.changed.length > MOST_NAMED ? ' …' : ''
        const count = effect.changed.length
        return t('effect.others', { count, plates: `${plates.join(', ')}${more}` })
      },
    }
  }, [t, format, stretchOf])
}
