import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmAct } from '../../../ui/frame/confirm-act.tsx'

const LONGEST_REASON = 200

/** Asks why a booking is taken in although its energy can't be promised. */
export function OverbookDialog({
  onConfirm,
  onCancel,
}: {
  onConfirm: (reason: string) => void
  onCancel: () => void
}) {
  const { t } = useTranslation('booking')
  const [reason, setReason] = useState('')
  const told = reason.trim()
  const confirm = (): void => {
    if (told !== '') onConfirm(told)
  }
  return (
    <ConfirmAct
      opened
      title={t('overbook.title')}
      act={t('overbook.now')}
      ready={told !== ''}
      onConfirm={confirm}
      onCancel={onCancel}
    >
      <p style={{ marginTop: 0 }}>{t('overbook.body')}</p>
      <TextInput
        label={t('overbook.reason')}
        value={reason}
        maxLength={LONGEST_REASON}
        required
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // What lies under the dialog may be a form too.
          event.preventDefault()
          event.stopPropagation()
          confirm()
        }}
      />
    </ConfirmAct>
  )
}
