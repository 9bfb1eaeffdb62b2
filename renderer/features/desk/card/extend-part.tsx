import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RefusedBooking } from '../../../../shared/contract/booking.ts'
import { HOUR, MINUTE } from '../../../../shared/time/instant.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { tellAct } from '../../../live/last-act.ts'
import { refusalOf } from '../../../live/refusal.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { useNow } from '../../../live/use-now.ts'
import { useBookingRefusalWords } from '../../../ui/words/booking-refusal-words.ts'
import { ClockInput } from '../../../ui/input/clock-input.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { extendedNeed } from '../act/extended-need.ts'
import type { More } from '../act/extended-need.ts'
import { nextClock } from '../strip/strip-form.ts'
import type { DeskCard } from './desk-card.ts'

/** Lets a stay go on for longer or bring more, on the card itself. */
export function ExtendPart({
  card,
  who,
  onClose,
}: {
  card: DeskCard
  who: string
  onClose: () => void
}) {
  const { t } = useTranslation('desk')
  const hub = useClient()
  const format = useFormat()
  const timeZone = useLocale((locale) => locale.timeZone)
  const [until, setUntil] = useState('')
  const act = useAct(async (more: More) => {
    const need = extendedNeed(card.booking, card.deliveredWh, more, Date.now())
    const { booking } = await hub.walkUp.extend({ id: card.id, need })
    tellAct(t('extend.said', { who, until: format.moment(booking.departsAt, Date.now()) }))
    onClose()
  })
  const at = nextClock(until, useNow(10_000), timeZone)
  const button = (words: string, more: More) => (
    <Button variant="default" loading={act.busy} onClick={() => void act.run(more)}>
      {words}
    </Button>
  )
  return (
    <div
      className="lp-dk-extend"
      role="group"
      aria-label={t('extend.label', { who })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
      }}
    >
      {button(t('extend.min30'), { byMs: 30 * MINUTE })}
      {button(t('extend.hour'), { byMs: HOUR })}
      {button(t('extend.kWh10'), { byWh: 10_000 })}
      <form
        className="lp-dk-extend-until"
        onSubmit={(event) => {
          event.preventDefault()
          if (at !== null) void act.run({ at })
        }}
      >
        <ClockInput
          label={t('extend.until')}
          hideLabel
          value={until}
          width={84}
          onChange={setUntil}
        />
        <Button type="submit" variant="default" disabled={at === null} loading={act.busy}>
          {t('extend.until')}
        </Button>
      </form>
      <Button variant="subtle" color="gray" onClick={onClose}>
        {t('extend.close')}
      </Button>
      <Refused error={act.error} />
    </div>
  )
}

/** Why it can't be so, in the words of bookings where it is one that is refused. */
export function Refused({ error }: { error: unknown }) {
  const words = useBookingRefusalWords()
  if (error === null || error === undefined) return null
  const { code, data } = refusalOf(error)
  if (code !== 'BOOKING_REFUSED') return <ErrorNote error={error} />
  const { refusals } = data as RefusedBooking // validated by the contract's client
  return (
    <ul className="lp-dk-refused" role="alert">
      {refusals.map((refusal) => (
        <li key={refusal.code}>{words(refusal)}</li>
      ))}
    </ul>
  )
}
