import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { UnlockForm } from './unlock-form.tsx'
import './stripe-key.css'

/** What the window asks with at the start while the key waits for its passphrase. */
export function UnlockDialog({ onLater }: { onLater: () => void }) {
  const { t } = useTranslation(['stripeKey', 'ui'])
  return (
    <Modal
      opened
      onClose={onLater}
      title={t('stripeKey:unlock.title')}
      size="sm"
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <p className="lp-key-words">{t('stripeKey:unlock.body')}</p>
      <UnlockForm onLater={onLater} />
    </Modal>
  )
}
