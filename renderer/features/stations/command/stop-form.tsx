import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Transaction } from '../../../../shared/domain/transaction/transaction.ts'
import type { StationRow } from '../station-row.ts'
import './command.css'

/** A button for each transaction that runs on the station, since one stops a charge and not a number. */
export function StopForm({
  row,
  onStop,
}: {
  row: StationRow
  onStop: (transaction: Transaction) => void
}) {
  const { t } = useTranslation('station')
  const running = row.connectors.flatMap((view) => view.transaction ?? [])
  if (running.length === 0) return <p className="lp-soft">{t('command.nothingRuns')}</p>
  return (
    <div className="lp-command-acts">
      {running.map((transaction) => (
        <Button
          key={transaction.id}
          variant="default"
          size="compact-sm"
          onClick={() => onStop(transaction)}
        >
          {t('command.act.stopNumber', { number: transaction.ocppTransactionId })}
        </Button>
      ))}
    </div>
  )
}
