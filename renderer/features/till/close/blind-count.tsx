import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Shift } from '../../../../shared/domain/till/shift.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { CountForm } from '../count/count-form.tsx'
import { useCount } from '../count/use-count.ts'

/** The drawer counted by whoever closes, who is not told what should be in it. */
export function BlindCount({
  shift,
  hasMoved,
  onCounted,
  onBack,
}: {
  shift: Shift
  /** Whether something has moved in the drawer since it was counted before. */
  hasMoved: boolean
  onCounted: () => void
  onBack: () => void
}) {
  const { t } = useTranslation('till')
  const format = useFormat()
  const hub = useClient()
  const { currency } = shift
  const count = useCount(currency)
  const act = useAct(() =>
    hub.till.count({
      ...{ id: shift.id, purpose: 'closing' as const },
      denominations: count.denominations ?? [],
    }),
  )
  const send = async () => {
    if (await act.run(undefined)) onCounted()
  }
  return (
    <>
      {hasMoved ? <p role="status">{t('close.moved')}</p> : null}
      <p className="lp-soft">{t('close.countWords')}</p>
      <CountForm
        currency={currency}
        count={count}
        act={t('close.countAct', { amount: format.money(count.totalMinor, currency) })}
        busy={act.busy}
        error={act.error}
        beside={
          <Button size="xl" variant="default" onClick={onBack}>
            {t('close.back')}
          </Button>
        }
        onSend={() => void send()}
      />
    </>
  )
}
