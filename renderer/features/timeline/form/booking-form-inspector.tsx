import { Button } from '@mantine/core'
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booking, BookingPlan } from '../../../../shared/domain/booking/booking.ts'
import type { BookingCommand } from '../../../../shared/domain/booking/command.ts'
import type { Alternative } from '../../../../shared/domain/booking/refusal.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { newId } from '../../../live/new-id.ts'
import { useShownBookings } from '../../../live/shown-bookings.ts'
import { liveSurroundings } from '../../../live/surroundings.ts'
import { Inspector } from '../../../ui/frame/inspector.tsx'
import { localTimeOf } from '../../../ui/input/local-time.ts'
import { startsAround } from '../gesture/offered-store.ts'
import { overbooking } from '../gesture/overbook.ts'
import { useSend } from '../gesture/use-send.ts'
import { type Verdict, verdictOn } from '../gesture/verdict.ts'
import { VerdictNote } from '../gesture/verdict-note.tsx'
import { BookingFields } from './booking-fields.tsx'
import { edited } from './form-store.ts'
import { type BookingForm, planOfForm } from './booking-form.ts'
import './booking-form.css'

/** A booking to be written: a new one when `booking` is null. */
export function BookingFormInspector({
  booking,
  initial,
  onClose,
  onSaved,
}: {
  booking: Booking | null
  initial: BookingForm
  onClose: () => void
  onSaved: (bookingId: string) => void
}) {
  const { t } = useTranslation('booking')
  const timeZone = useLocale((locale) => locale.timeZone)
  const send = useSend()
  const [form, setForm] = useState(initial)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [id] = useState(() => booking?.id ?? newId())
  const bookings = useShownBookings()
  const said = useMemo(() => planOfForm(form, timeZone), [form, timeZone])
  const verdict: Verdict | null = useMemo(() => {
    void bookings // judged anew whenever a booking changes
    return 'plan' in said
      ? verdictOn([commandFor(booking, id, said.plan)], liveSurroundings(), startsAround)
      : null
  }, [said, booking, id, bookings])

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!('plan' in said) || verdict?.kind === 'refused' || busy) return
    await put([commandFor(booking, id, said.plan)])
  }
  const put = async (commands: readonly BookingCommand[]) => {
    setBusy(true)
    const done = await send(commands)
    setBusy(false)
    if (done) onSaved(id)
  }
  const change = (words: Partial<BookingForm>) => {
    edited()
    setForm({ ...form, ...words })
  }
  const accept = ({ stationId, connectorId, arrivesAt, departsAt }: Alternative) =>
    change({
      placeKey: `${stationId}/${connectorId}`,
      arrives: localTimeOf(arrivesAt, timeZone),
      departs: localTimeOf(departsAt, timeZone),
    })
  return (
    <Inspector
      title={t(booking ? 'form.titleChange' : 'form.titleNew')}
      onClose={onClose}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button type="submit" form="booking" loading={busy}>
            {t(booking ? 'form.save' : 'form.book')}
          </Button>
        </>
      }
    >
      <form id="booking" onSubmit={(event) => void save(event)} noValidate>
        <BookingFields
          form={form}
          flaws={tried && 'flaws' in said ? said.flaws : []}
          onChange={change}
        />
        {verdict?.kind === 'refused' ? (
          <VerdictNote
            refusals={verdict.refusals}
            alternatives={verdict.alternatives}
            onAccept={accept}
            onOverbook={(reason) => {
              if ('plan' in said)
                void put(overbooking([commandFor(booking, id, said.plan)], reason))
            }}
          />
        ) : null}
      </form>
    </Inspector>
  )
}

function commandFor(booking: Booking | null, id: string, plan: BookingPlan): BookingCommand {
  if (booking === null) return { kind: 'create', id, origin: 'desk', requested: false, plan }
  return { kind: 'change', id, revision: booking.revision, patch: plan }
}
