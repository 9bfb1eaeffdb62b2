import { Button, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Shift } from '../../../../shared/domain/till/shift.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { CountForm } from '../count/count-form.tsx'
import { useCount } from '../count/use-count.ts'

/** Counts the drawer between times; what it is off by is told to a supervisor alone. */
export function SpotCount({
  shift,
  onDone,
  onCancel,
}: {
  shift: Shift
  onDone: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation(['till', 'ui'])
  const format = useFormat()
  const hub = useClient()
  const { currency } = shift
  const count = useCount(currency)
  const amount = format.money(count.totalMinor, currency)
  const act = useAct(() =>
    hub.till.count({
      ...{ id: shift.id, purpose: 'spot' as const },
      denominations: count.denominations ?? [],
    }),
  )
  const keep = async () => {
    const kept = await act.run(undefined)
    if (!kept) return
    const off = kept.varianceMinor
    tellAct(
      off === null || off === 0
        ? t('till:spot.said', { amount })
        : t('till:spot.off', { amount, off: format.money(off, currency) }),
    )
    onDone()
  }
  return (
    <Modal
      opened
      onClose={onCancel}
      size={900}
      title={t('till:spot.title')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <div className="lp-till-dialog">
        <p className="lp-soft">{t('till:spot.words')}</p>
        <CountForm
          currency={currency}
          count={count}
          act={t('till:spot.act', { amount })}
          size="lg"
          busy={act.busy}
          error={act.error}
          beside={
            <Button size="lg" variant="default" onClick={onCancel}>
              {t('ui:cancel')}
            </Button>
          }
          onSend={() => void keep()}
        />
      </div>
    </Modal>
  )
}
