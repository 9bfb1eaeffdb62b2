import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { MINUTE } from '../../../../shared/time/instant.ts'
import { inWords } from '../../../i18n/format.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import type { PayState } from '../../../payment/pay-state.ts'
import { inert } from '../../../ui/mark/inert.ts'
import { heldUntilOf } from '../../../visit/held-until.ts'
import type { BarModel } from './bar.ts'
import { textPx } from './bar-label.ts'

/** What a bar says, in the reader's language. */
export interface BarWords {
  /** Who it is: plate, or else a word for not knowing. */
  readonly who: (bar: BarModel) => string
  /** What is going on, as short as it stays clear. */
  readonly what: (bar: BarModel) => string
  /** The parts of its label, the most important first, and how wide each is, px. */
  readonly label: (bar: BarModel) => Label
  /** All of it in one sentence, for a screen reader. `place` is the name of its row. */
  readonly name: (bar: BarModel, place: string, conflict: boolean, paid: PayState | null) => string
  /** Received and needed energy: "18.2/32 kWh"; empty when neither is known. */
  readonly energy: (bar: BarModel) => string
}

/** A label's parts and how wide they are, px. */
export interface Label {
  readonly parts: readonly string[]
  readonly partsPx: readonly number[]
}

/** The words of bars; the same functions until the language changes. */
export function useBarWords(): BarWords {
  const { t } = useTranslation(['timeline', 'payment', 'visit'])
  const format = useFormat()
  return useMemo(() => {
    const who = ({ plate, customer, booking }: BarModel) => {
      const known = plate || customer
      if (known !== '') return inert(known, 24).text
      return booking.origin === 'walkUp' ? t('bar.walkUp') : t('bar.nobody')
    }
    const state = ({ look, idleMin, waitsUntil, visit }: BarModel) => {
      const held = visit === null || look !== 'requested' ? null : heldUntilOf(visit)
      if (held !== null) return t('visit:mark.heldUntil', { at: format.clock(held) })
      if (visit !== null && visit.expectedAt !== null && (look === 'booked' || look === 'late'))
        return t('visit:mark.expected', { at: format.clock(visit.expectedAt) })
      if (look === 'finished' && idleMin !== null)
        return t('bar.idle', { duration: format.duration(idleMin * MINUTE) })
      if (waitsUntil !== null) return t('bar.waitsUntil', { until: format.clock(waitsUntil) })
      return t(`look.${look}`)
    }
    const what = (bar: BarModel) =>
      isOverbooked(bar) ? t('bar.overbooked', { state: state(bar) }) : state(bar)
    const energy = ({ receivedWh, neededWh }: BarModel) => {
      const kWh = (wh: number) => format.number(wh / 1_000, wh % 1_000 < 50 ? 0 : 1)
      if (neededWh === null) return receivedWh === null ? '' : `${kWh(receivedWh)} kWh`
      return receivedWh === null
        ? `${kWh(neededWh)} kWh`
        : `${kWh(receivedWh)}/${kWh(neededWh)} kWh`
    }
    const end = ({ booking }: BarModel) =>
      booking.state === 'left' ? (booking.leftAt ?? booking.departsAt) : booking.departsAt
    // Drawn at sixty frames a second while one zooms, and always the same words.
    const labels = new WeakMap<BarModel, Label>()
    const sentences = new WeakMap<BarModel, { who: string; more: string }>()
    const sentence = kept(sentences, (bar) => {
      const { booking, receivedWh, neededWh } = bar
      const more = [
        t('bar.window', {
          from: format.dateTime(booking.arrivesAt),
          until: format.dateTime(booking.departsAt),
        }),
        receivedWh === null
          ? ''
          : t('bar.received', { energy: inWords(format.energy(receivedWh)) }),
        neededWh === null ? '' : t('bar.needs', { energy: inWords(format.energy(neededWh)) }),
        bar.slackUntil === null ? '' : t('bar.slack', { until: format.clock(bar.slackUntil) }),
        bar.overstayFrom === null || bar.family === 'past' ? '' : t('bar.overstay'),
        bar.atRisk ? t('bar.atRisk') : '',
        bar.visit === null ? '' : t('visit:mark.short'),
      ]
      return { who: `${who(bar)}, ${what(bar)}`, more: more.filter(Boolean).join(', ') }
    })
    return {
      who,
      what,
      energy,
      label: kept(labels, (bar) => {
        const parts = [who(bar), what(bar), `→${format.clock(end(bar))}`, energy(bar)].filter(
          Boolean,
        )
        return { parts, partsPx: parts.map(textPx) }
      }),
      name: (bar, place, conflict, paid) => {
        const rest = sentence(bar)
        return [
          rest.who,
          place,
          rest.more,
          conflict ? t('bar.conflict') : '',
          paid === null ? '' : t(`payment:pay.${paid}`),
        ]
          .filter(Boolean)
          .join(', ')
      },
    }
  }, [t, format])
}

/** Whether it is still to be kept though nothing could be promised to it. */
export function isOverbooked({ booking, family }: BarModel): boolean {
  return booking.overbooked !== null && family !== 'past'
}

/** Works something out once for each bar. */
function kept<Value>(
  known: WeakMap<BarModel, Value>,
  work: (bar: BarModel) => Value,
): (bar: BarModel) => Value {
  return (bar) => {
    const before = known.get(bar)
    if (before !== undefined) return before
    const value = work(bar)
    known.set(bar, value)
    return value
  }
}
