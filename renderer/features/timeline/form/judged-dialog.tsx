import { Button, Modal, Stack } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookingCommand } from '../../../../shared/domain/booking/command.ts'
import type { Alternative } from '../../../../shared/domain/booking/refusal.ts'
import { useShownBookings } from '../../../live/shown-bookings.ts'
import { liveSurroundings } from '../../../live/surroundings.ts'
import { useSend } from '../gesture/use-send.ts'
import { startsAround } from '../gesture/offered-store.ts'
import { overbooking } from '../gesture/overbook.ts'
import { verdictOn } from '../gesture/verdict.ts'
import { VerdictNote } from '../gesture/verdict-note.tsx'

/** A small dialog that sends commands, judged as one types: what is in the way is told, and then nothing can be sent. */
export function JudgedDialog({
  title,
  act,
  commands,
  children,
  onAccept,
  onClose,
}: {
  title: string
  /** What the button does. */
  act: string
  /** Empty while what was typed says nothing that can be sent. */
  commands: readonly BookingCommand[]
  children: ReactNode
  /** Takes a suggestion; none are shown without it. */
  onAccept?: (alternative: Alternative) => void
  onClose: () => void
}) {
  const { t } = useTranslation('ui')
  const send = useSend()
  useShownBookings() // judged anew whenever a booking changes
  const verdict = verdictOn(commands, liveSurroundings(), startsAround)
  const mayGo = commands.length > 0 && verdict.kind === 'fits'

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!mayGo) return
    void send(commands)
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="sm"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {children}
          {verdict.kind === 'refused' ? (
            <VerdictNote
              refusals={verdict.refusals}
              alternatives={onAccept ? verdict.alternatives : []}
              onAccept={(alternative) => onAccept?.(alternative)}
              onOverbook={(reason) => {
                void send(overbooking(commands, reason))
                onClose()
              }}
            />
          ) : null}
          <div className="lp-confirm-buttons">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" disabled={!mayGo}>
              {act}
            </Button>
          </div>
        </Stack>
      </form>
    </Modal>
  )
}
