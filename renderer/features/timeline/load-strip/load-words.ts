import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { SLOT_MS, startOfSlot } from '../../../../shared/domain/demand/slots.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import { inWords } from '../../../i18n/format.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useStretchWords } from '../../../ui/words/stretch-words.ts'
import { type LoadPicture, peakWithin, valueIn } from './picture.ts'

/** What is known of one slot: a name and a value a line. */
export interface SlotWords {
  readonly stretch: string
  readonly lines: readonly (readonly [name: string, value: string])[]
  /** All of it in one sentence. */
  readonly whole: string
}

export interface LoadWords {
  readonly slot: (picture: LoadPicture, slot: number, heldW: number | null) => SlotWords
  /** The stretch on screen in a sentence, for those who can't see the curve. */
  readonly summary: (
    picture: LoadPicture,
    range: { from: Instant; until: Instant },
    nowW: number,
  ) => string
}

/** The words of the load. */
export function useLoadWords(): LoadWords {
  const { t } = useTranslation('timeline')
  const format = useFormat()
  const stretchOf = useStretchWords()
  return useMemo(() => {
    const power = (powerW: number) => inWords(format.power(powerW))
    return {
      slot: (picture, slot, heldW) => {
        const from = startOfSlot(slot)
        const stretch = stretchOf(from, from + SLOT_MS)
        const { proven } = picture
        const isProven = proven !== null && slot >= proven.fromSlot && slot < proven.untilSlot
        const values = [
          ['measured', valueIn(picture, picture.measuredW, slot)],
          ['planned', valueIn(picture, picture.plannedW, slot)],
          ['held', heldW],
          ['base', valueIn(picture, picture.baseW, slot)],
          ['limit', valueIn(picture, picture.limitW, slot)],
          ['proven', isProven ? proven.powerW : null],
        ] as const
        const lines = values.flatMap(([name, powerW]) =>
          powerW === null ? [] : [[t(`strip.${name}`), power(powerW)] as const],
        )
        const told = lines.map(([name, value]) => `${name} ${value}`)
        const whole = [stretch, ...(told.length === 0 ? [t('strip.nothing')] : told)].join(', ')
        return { stretch, lines, whole }
      },
      summary: (picture, { from, until }, nowW) => {
        const peak = peakWithin(picture, from, until)
        const limits = picture.limitW.filter((limit) => limit !== null)
        return [
          t('strip.summaryNow', { power: power(nowW) }),
          peak === null
            ? t('strip.summaryNoPeak', { stretch: stretchOf(from, until) })
            : t('strip.summaryPeak', {
                stretch: stretchOf(from, until),
                power: power(peak.powerW),
                at: format.moment(peak.at, Date.now()),
              }),
          limits.length === 0
            ? t('strip.noLimit')
            : t('strip.summaryLimit', { power: power(Math.max(...limits)) }),
          picture.proven === null
            ? ''
            : t('strip.summaryProven', { power: power(picture.proven.powerW) }),
        ]
          .filter(Boolean)
          .join(' ')
      },
    }
  }, [t, format, stretchOf])
}
