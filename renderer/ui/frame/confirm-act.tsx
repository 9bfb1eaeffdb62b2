import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from './error-note.tsx'
import './screen.css'

/**
 * The one kind of dialog: for physical commands, destruction and money. The button says the act
 * ("Restart A1"), never "OK"; the way out has the focus when the act can't be undone.
 */
export function ConfirmAct({
  opened,
  title,
  act,
  children,
  destructive = false,
  busy = false,
  ready = true,
  error = null,
  onConfirm,
  onCancel,
}: {
  opened: boolean
  title: string
  act: string
  children?: ReactNode
  destructive?: boolean
  busy?: boolean
  /** Whether all that the act needs has been given. */
  ready?: boolean
  error?: unknown
  onConfirm: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('ui')
  return (
    <Modal
      opened={opened}
      onClose={onCancel}
      title={title}
      size="sm"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className="lp-confirm">
        {children ? <div className="lp-confirm-words">{children}</div> : null}
        <ErrorNote error={error} />
        <div className="lp-confirm-buttons">
          <Button variant="default" onClick={onCancel} data-autofocus={destructive || undefined}>
            {t('cancel')}
          </Button>
          <Button
            onClick={onConfirm}
            loading={busy}
            disabled={!ready}
            data-autofocus={destructive ? undefined : true}
          >
            {act}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
