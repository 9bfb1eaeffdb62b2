import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bill } from '../../../../shared/domain/bill/bill.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { useHeldBack } from '../../../session/needs.tsx'
import { ConfirmAct } from '../../../ui/frame/confirm-act.tsx'
import { useRefusalWords } from '../../../ui/words/refusal-words.ts'

/** Makes a link to pay for each of some bills; says which could not be made, and why the first of them. */
export function RemindMany({ bills }: { bills: readonly Bill[] }) {
  const { t } = useTranslation('payments')
  const heldBack = useHeldBack('attend')
  const wordsOf = useRefusalWords()
  const language = useLocale((locale) => locale.language)
  const hub = useClient()
  const [asking, setAsking] = useState(false)
  const count = bills.length
  const act = useAct(async () => {
    const failures: unknown[] = []
    for (const { id } of bills) {
      try {
        await hub.payment.remind({ billId: id, language })
      } catch (error) {
        failures.push(error)
      }
    }
    return failures
  })
  const run = async () => {
    const failures = await act.run(undefined)
    if (failures === undefined) return
    setAsking(false)
    tellAct(t('bulk.reminded', { count: count - failures.length }))
    if (failures.length > 0)
      notifications.show({
        color: 'ink',
        message: t('bulk.failed', { count: failures.length, why: wordsOf(failures[0]) }),
      })
  }
  return (
    <>
      <Button variant="default" {...heldBack} onClick={() => setAsking(true)}>
        {t('bulk.remind')}
      </Button>
      <ConfirmAct
        opened={asking}
        title={t('bulk.remindTitle', { count })}
        act={t('bulk.remindAct', { count })}
        busy={act.busy}
        error={act.error}
        onConfirm={() => void run()}
        onCancel={() => setAsking(false)}
      >
        {t('bulk.remindText')}
      </ConfirmAct>
    </>
  )
}
