import { useTranslation } from 'react-i18next'
import type { Transaction } from '../../shared/domain/transaction/transaction.ts'
import { useAct } from '../live/use-act.ts'
import { useClient, useRow } from '../live/use-live.ts'
import { ConfirmAct } from '../ui/frame/confirm-act.tsx'
import { inert } from '../ui/mark/inert.ts'

/** Asks before a running transaction is stopped from afar; the status bar then tells how it went. */
export function StopDialog({
  transaction,
  onClose,
}: {
  transaction: Transaction | null
  onClose: () => void
}) {
  const { t } = useTranslation('shell')
  const hub = useClient()
  const station = useRow('station', transaction?.stationId ?? null)
  const stop = useAct((running: Transaction) =>
    hub.command.send({
      stationId: running.stationId,
      request: {
        action: 'RemoteStopTransaction',
        payload: { transactionId: running.ocppTransactionId },
      },
      waitMs: 0,
    }),
  )
  const close = () => {
    stop.clear()
    onClose()
  }
  const confirm = async () => {
    if (transaction && (await stop.run(transaction))) close()
  }
  return (
    <ConfirmAct
      opened={transaction !== null}
      title={t('stop.title', { name: inert(station?.name ?? '', 60).text })}
      act={t('stop.act')}
      destructive
      busy={stop.busy}
      error={stop.error}
      onConfirm={() => void confirm()}
      onCancel={close}
    >
      {t('stop.body', {
        connector: transaction?.connectorId ?? '',
        token: inert(transaction?.idToken ?? '', 40).text,
      })}
    </ConfirmAct>
  )
}
