import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { plateOf } from '../../../../shared/domain/booking/placement.ts'
import { placeOf } from '../../../../shared/domain/booking/states.ts'
import { liveSurroundings } from '../../../live/surroundings.ts'
import { useBookingRefusalWords } from '../../../ui/words/booking-refusal-words.ts'
import { inert } from '../../../ui/mark/inert.ts'
import { useStretchWords } from '../../../ui/words/stretch-words.ts'
import { useAlternativeWords } from './alternative-words.ts'
import type { Held } from './hand.ts'
import type { Draft } from './hold.ts'
import { useEffectWords } from './effect-words.ts'
import { onlyGrid, type Verdict } from './verdict.ts'

/** What is held, where it would lie and whether it may, in words. */
export interface HeldWords {
  /** "Moving ABC 123" */
  readonly title: string
  /** "18:30–20:30" */
  readonly stretch: string
  /** "fits, peak +9 kW", "no: DEF 456 is there 18:00–19:15." or "no: 18:00–19:15 is full; fits at 19:30" */
  readonly verdict: string
  /** "3 other cars change: DEF 456, GHI 789, …"; empty where none do. */
  readonly others: string
  /** "It would fit: Gate 2, 18:30–20:30"; empty where it fits or nothing is known. */
  readonly offer: string
  /** All of it, for those who listen. */
  readonly whole: string
}

export function useHeldWords(): (held: Held) => HeldWords {
  const { t } = useTranslation('booking')
  const stretchOf = useStretchWords()
  const placeWords = useAlternativeWords()
  const refusalWords = useBookingRefusalWords()
  const { fitWords, fullWords, othersWords } = useEffectWords()
  return useCallback(
    (held) => {
      const title = t(titleKey(held), {
        count: countOf(held),
        plate: plateIn(held) || t('unnamed'),
      })
      const lead = leadOf(held)
      const stretch =
        lead === undefined ? '' : stretchOf(lead.placement.arrivesAt, lead.placement.departsAt)
      const first = offersOf(held.verdict)[0]
      const sameRow = first !== undefined && lead !== undefined && placeOf(first) === rowOf(lead)
      const verdict =
        held.verdict.kind === 'fits'
          ? fitWords(held.effect)
          : onlyGrid(held.verdict.refusals)
            ? fullWords(held.verdict.refusals, sameRow ? first : undefined)
            : t('doesNotFit', { reason: held.verdict.refusals.map(refusalWords).join(' ') })
      const saidAlready = sameRow && isFull(held.verdict)
      const offer =
        first === undefined || saidAlready ? '' : `${t('wouldFit')} ${placeWords(first)}`
      const others = othersWords(held.effect)
      const place = lead === undefined ? '' : placeWords(lead.placement)
      return {
        title,
        stretch,
        verdict,
        offer,
        others,
        whole: [title, place, verdict, others, offer].filter(Boolean).join('. '),
      }
    },
    [t, stretchOf, placeWords, refusalWords, fitWords, fullWords, othersWords],
  )
}

function isFull(verdict: Verdict): boolean {
  return verdict.kind === 'refused' && onlyGrid(verdict.refusals)
}

function rowOf({ placement }: Draft): string | null {
  return placeOf(placement)
}

/** The draft of what was taken hold of; the others go along. */
export function leadOf({ hold, drafts }: Held): Draft | undefined {
  if (hold.kind !== 'move') return drafts[0]
  return drafts.find(({ booking }) => booking?.id === hold.grabbed.id) ?? drafts[0]
}

function offersOf(verdict: Verdict) {
  return verdict.kind === 'refused' ? verdict.alternatives : []
}

function titleKey({ hold }: Held) {
  if (hold.kind === 'draw') return 'held.drawing'
  if (hold.kind === 'resize') return 'held.resizing'
  return hold.copy ? 'held.copying' : 'held.moving'
}

function countOf({ hold }: Held): number {
  return hold.kind === 'move' ? hold.bookings.length : 1
}

function plateIn({ hold }: Held): string {
  if (hold.kind === 'draw') return ''
  const booking = hold.kind === 'move' ? hold.grabbed : hold.booking
  return inert(plateOf(booking, liveSurroundings()), 20).text
}
