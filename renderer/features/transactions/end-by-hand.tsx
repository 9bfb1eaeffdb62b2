import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { endingReason, type Transaction } from '../../../shared/domain/transaction/transaction.ts'
import { inWords } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { tellAct } from '../../live/last-act.ts'
import { useAct } from '../../live/use-act.ts'
import { useClient } from '../../live/use-live.ts'
import { useHeldBack } from '../../session/needs.tsx'
import { ConfirmAct } from '../../ui/frame/confirm-act.tsx'
import './transactions.css'

/** Ends a running transaction whose charger can't be made to; the hub says when it can. */
export function EndByHand({ transaction }: { transaction: Transaction }) {
  const { t } = useTranslation('transactions')
  const format = useFormat()
  const client = useClient()
  const [asking, setAsking] = useState(false)
  const [written, setWritten] = useState('')
  const { id, ocppTransactionId: number } = transaction
  const end = useAct((reason: string) => client.transaction.end({ id, reason }))
  const heldBack = useHeldBack('operate')
  const reason = endingReason.safeParse(written)
  const open = () => {
    end.clear()
    setAsking(true)
  }
  const confirm = async () => {
    if (!reason.success || !(await end.run(reason.data))) return
    setAsking(false)
    tellAct(t('end.done', { number }))
  }
  return (
    <>
      <p className="lp-soft">{t('end.hint')}</p>
      <Button className="lp-end-by-hand" variant="default" {...heldBack} onClick={open}>
        {t('end.open')}
      </Button>
      <ConfirmAct
        opened={asking}
        title={t('end.title', { number })}
        act={t('end.act', { number })}
        destructive
        busy={end.busy}
        ready={reason.success}
        error={end.error}
        onConfirm={() => void confirm()}
        onCancel={() => setAsking(false)}
      >
        {t('end.text', { energy: inWords(format.energy(transaction.energyWh)) })}
        <TextInput
          mt="sm"
          label={t('end.reason')}
          maxLength={200}
          value={written}
          onChange={(event) => setWritten(event.currentTarget.value)}
        />
      </ConfirmAct>
    </>
  )
}
