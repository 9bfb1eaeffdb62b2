import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { MINUTE } from '../../../shared/time/instant.ts'
import { inWords } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { inert } from '../../ui/inert.ts'
import type { BarModel } from './bar.ts'

/** What a bar says, in the reader's language. */
export interface BarWords {
  /** Who it is: plate, or else a word for not knowing. */
  readonly who: (bar: BarModel) => string
  /** What is going on, as short as it stays clear. */
  readonly what: (bar: BarModel) => string
  /** The parts of its label, the most important first. */
  readonly parts: (bar: BarModel) => readonly string[]
  /** All of it in one sentence, for a screen reader. `place` is the name of its row. */
  readonly name: (bar: BarModel, place: string, conflict: boolean) => string
  /** Received and needed energy: "18.2/32 kWh"; empty when neither is known. */
  readonly energy: (bar: BarModel) => string
}

/** The words of bars; the same functions until the language changes. */
export function useBarWords(): BarWords {
  const { t } = useTranslation('timeline')
  const format = useFormat()
  return useMemo(() => {
    const who = ({ plate, customer, booking }: BarModel) => {
      const known = plate || customer
      if (known !== '') return inert(known, 24).text
      return booking.origin === 'walkUp' ? t('bar.walkUp') : t('bar.nobody')
    }
    const what = ({ look, idleMin }: BarModel) => {
      if (look === 'finished' && idleMin !== null)
        return t('bar.idle', { duration: format.duration(idleMin * MINUTE) })
      return t(`look.${look}`)
    }
    const energy = ({ receivedWh, neededWh }: BarModel) => {
      const kWh = (wh: number) => format.number(wh / 1_000, wh % 1_000 < 50 ? 0 : 1)
      if (neededWh === null) return receivedWh === null ? '' : `${kWh(receivedWh)} kWh`
      return receivedWh === null
        ? `${kWh(neededWh)} kWh`
        : `${kWh(receivedWh)}/${kWh(neededWh)} kWh`
    }
    const end = ({ booking }: BarModel) =>
      booking.state === 'left' ? (booking.leftAt ?? booking.departsAt) : booking.departsAt
    return {
      who,
      what,
      energy,
      parts: (bar) =>
        [who(bar), what(bar), `→${format.clock(end(bar))}`, energy(bar)].filter(Boolean),
      name: (bar, place, conflict) => {
        const { booking, receivedWh, neededWh } = bar
        return [
          who(bar),
          what(bar),
          place,
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
          conflict ? t('bar.conflict') : '',
        ]
          .filter(Boolean)
          .join(', ')
      },
    }
  }, [t, format])
}
