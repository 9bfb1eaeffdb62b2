import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { plateOf } from '../../../../shared/domain/booking/placement.ts'
import { liveSurroundings } from '../../../live/surroundings.ts'
import { ConfirmAct } from '../../../ui/frame/confirm-act.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { useSend } from '../gesture/use-send.ts'

/** Asks before bookings are taken back, and why. */
export function CancelDialog({
  bookings,
  onClose,
}: {
  bookings: readonly Booking[]
  onClose: () => void
}) {
  const { t } = useTranslation('booking')
  const send = useSend()
  const [reason, setReason] = useState('')
  const [only] = bookings
  const plate = only ? inert(plateOf(only, liveSurroundings()), 20).text || t('unnamed') : ''
  const count = bookings.length
  const cancel = () => {
    void send(
      // Whatever has become of its times meanwhile, it is not to be.
      bookings.map(({ id }) => ({ kind: 'cancel', id, reason: reason.trim().slice(0, 200) })),
    )
    onClose()
  }
  return (
    <ConfirmAct
      opened
      title={count === 1 ? t('act.cancelTitle', { plate }) : t('act.cancelTitleMany', { count })}
      act={t('act.cancel')}
      destructive
      onConfirm={cancel}
      onCancel={onClose}
    >
      <p style={{ marginTop: 0 }}>{t('act.cancelBody')}</p>
      <TextInput
        label={t('act.cancelReason')}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmAct>
  )
}
