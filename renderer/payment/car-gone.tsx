import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bill } from '../../shared/domain/bill/bill.ts'
import { tellAct } from '../live/last-act.ts'
import { useAct } from '../live/use-act.ts'
import { useClient, useRow } from '../live/use-live.ts'
import { useHeldBack } from '../session/needs.tsx'
import { ConfirmAct } from '../ui/frame/confirm-act.tsx'
import { mayHaveGone } from './may-have-gone.ts'

/** Ends a stay on a person's word that the car has gone, where its charger goes on saying that it is plugged in. */
export function CarGone({ bill }: { bill: Bill }) {
  const { t } = useTranslation('payment')
  const hub = useClient()
  const transaction = useRow('transaction', bill.transactionId)
  const heldBack = useHeldBack('attend')
  const [note, setNote] = useState<string | null>(null)
  const act = useAct(() => hub.bill.carGone({ id: bill.id, note: note?.trim() ?? '' }))
  if (!mayHaveGone(bill, transaction)) return null
  const confirm = async () => {
    if (!(await act.run(undefined))) return
    setNote(null)
    tellAct(t('gone.said'))
  }
  const begin = () => {
    act.clear()
    setNote('')
  }
  return (
    <>
      <Button variant="default" {...heldBack} onClick={begin}>
        {t('gone.open')}
      </Button>
      <ConfirmAct
        opened={note !== null}
        title={t('gone.title')}
        act={t('gone.act')}
        busy={act.busy}
        error={act.error}
        onConfirm={() => void confirm()}
        onCancel={() => setNote(null)}
      >
        {t('gone.text')}
        <TextInput
          mt="sm"
          label={t('gone.note')}
          maxLength={300}
          value={note ?? ''}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </ConfirmAct>
    </>
  )
}
