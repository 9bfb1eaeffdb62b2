import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReceiptDialog } from './receipt-dialog.tsx'
import type { WantedReceipt } from './use-receipts.ts'

/** Opens the receipts of what was paid or given back. */
export function ReceiptButton({ wanted }: { wanted: readonly WantedReceipt[] }) {
  const { t } = useTranslation('payment')
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('receipt.open')}
      </Button>
      {opened ? <ReceiptDialog wanted={wanted} onClose={() => setOpened(false)} /> : null}
    </>
  )
}
