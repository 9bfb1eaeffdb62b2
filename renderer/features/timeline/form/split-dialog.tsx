import { Button, Modal, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import type { BookingCommand } from '../../../../shared/domain/booking/command.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { newId } from '../../../live/new-id.ts'
import { liveSurroundings } from '../../../live/surroundings.ts'
import { LocalTimeInput } from '../../../ui/local-time-input.tsx'
import { localTimeOf, readLocalTime } from '../../../ui/local-time.ts'
import { snapped } from '../gesture/hand.ts'
import { useSend } from '../gesture/use-send.ts'
import { verdictOn } from '../gesture/verdict.ts'
import { VerdictNote } from '../gesture/verdict-note.tsx'

/** Makes two bookings of one, at a time that is asked for; the middle is proposed. */
export function SplitDialog({ booking, onClose }: { booking: Booking; onClose: () => void }) {
  const { t } = useTranslation(['booking', 'ui'])
  const timeZone = useLocale((locale) => locale.timeZone)
  const send = useSend()
  const [secondId] = useState(newId)
  const [typed, setTyped] = useState(() =>
    localTimeOf(snapped(middleOf(booking, Date.now())), timeZone),
  )
  const at = readLocalTime(typed, timeZone)
  const { id, revision } = booking
  const commands: BookingCommand[] =
    at === null ? [] : [{ kind: 'split', id, revision, at, newId: secondId }]
  const verdict = verdictOn(commands, liveSurroundings())

  const split = (event: FormEvent) => {
    event.preventDefault()
    if (commands.length === 0 || verdict.kind === 'refused') return
    void send(commands)
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('booking:act.splitTitle')}
      size="sm"
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form onSubmit={split} noValidate>
        <Stack gap="sm">
          <LocalTimeInput
            focused
            label={t('booking:act.splitAt')}
            value={typed}
            error={at === null ? t('booking:form.timeBad') : null}
            onChange={setTyped}
          />
          {verdict.kind === 'refused' ? (
            <VerdictNote refusals={verdict.refusals} alternatives={[]} onAccept={() => undefined} />
          ) : null}
          <div className="lp-confirm-buttons">
            <Button variant="default" onClick={onClose}>
              {t('ui:cancel')}
            </Button>
            <Button type="submit" disabled={commands.length === 0 || verdict.kind === 'refused'}>
              {t('booking:act.split')}
            </Button>
          </div>
        </Stack>
      </form>
    </Modal>
  )
}

/** The middle of what is still ahead of it. */
function middleOf({ arrivesAt, departsAt }: Booking, now: number): number {
  const from = Math.min(Math.max(arrivesAt, now), departsAt)
  return (from + departsAt) / 2
}
