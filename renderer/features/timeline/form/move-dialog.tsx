import { Button, Modal, Select, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { placeOf } from '../../../../shared/domain/booking/states.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { useShownBookings } from '../../../live/shown-bookings.ts'
import { liveSurroundings } from '../../../live/surroundings.ts'
import { LocalTimeInput } from '../../../ui/local-time-input.tsx'
import { localTimeOf, readLocalTime } from '../../../ui/local-time.ts'
import { useStretchWords } from '../../../ui/stretch-words.ts'
import { commandsOf, readPlace } from '../gesture/hold.ts'
import { useSend } from '../gesture/use-send.ts'
import { verdictOn } from '../gesture/verdict.ts'
import { VerdictNote } from '../gesture/verdict-note.tsx'
import { usePlaceOptions } from './place-options.ts'

/** Moves a booking by telling where to: it keeps its length. The way for who can't or won't drag. */
export function MoveDialog({ booking, onClose }: { booking: Booking; onClose: () => void }) {
  const { t } = useTranslation(['booking', 'ui'])
  const timeZone = useLocale((locale) => locale.timeZone)
  const stretchOf = useStretchWords()
  const places = usePlaceOptions()
  const send = useSend()
  const [placeKey, setPlaceKey] = useState(placeOf(booking) ?? '')
  const [arrives, setArrives] = useState(localTimeOf(booking.arrivesAt, timeZone))
  useShownBookings() // judged anew whenever a booking changes
  const arrivesAt = readLocalTime(arrives, timeZone)
  const departsAt = (arrivesAt ?? 0) + booking.departsAt - booking.arrivesAt
  const hold = {
    kind: 'move',
    bookings: [booking],
    grabbed: booking,
    grabOffsetMs: 0,
    copy: false,
  } as const
  const commands =
    arrivesAt === null || placeKey === ''
      ? []
      : commandsOf(
          hold,
          [{ booking, placement: { ...readPlace(placeKey), arrivesAt, departsAt } }],
          () => booking.id,
        )
  const verdict = verdictOn(commands, liveSurroundings())

  const move = (event: FormEvent) => {
    event.preventDefault()
    if (commands.length === 0 || verdict.kind === 'refused') return
    void send(commands)
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('booking:act.moveTitle')}
      size="sm"
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form onSubmit={move} noValidate>
        <Stack gap="sm">
          <Select
            label={t('booking:form.place')}
            data={places}
            value={placeKey || null}
            onChange={(key) => setPlaceKey(key ?? '')}
            searchable
            allowDeselect={false}
            comboboxProps={{ withinPortal: true }}
          />
          <LocalTimeInput
            focused
            label={t('booking:form.arrives')}
            value={arrives}
            error={arrivesAt === null ? t('booking:form.timeBad') : null}
            onChange={setArrives}
          />
          {arrivesAt === null ? null : (
            <p className="lp-soft" style={{ margin: 0 }}>
              {stretchOf(arrivesAt, departsAt)}
            </p>
          )}
          {verdict.kind === 'refused' ? (
            <VerdictNote
              refusals={verdict.refusals}
              alternatives={verdict.alternatives}
              onAccept={(alternative) => {
                setPlaceKey(`${alternative.stationId}/${alternative.connectorId}`)
                setArrives(localTimeOf(alternative.arrivesAt, timeZone))
              }}
            />
          ) : null}
          <div className="lp-confirm-buttons">
            <Button variant="default" onClick={onClose}>
              {t('ui:cancel')}
            </Button>
            <Button type="submit" disabled={commands.length === 0 || verdict.kind === 'refused'}>
              {t('booking:act.moveNow')}
            </Button>
          </div>
        </Stack>
      </form>
    </Modal>
  )
}
