import { Button, Modal } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shift } from '../../../../shared/domain/till/shift.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { DrawerCounter } from '../count/drawer-counter.tsx'
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
  const button = useRef<HTMLButtonElement>(null)
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
        <DrawerCounter
          currency={currency}
          values={count.values}
          counted={count.counted}
          onChange={count.setCounted}
          onDone={() => button.current?.focus()}
        />
        <ErrorNote error={act.error} />
        <div className="lp-till-foot">
          <Button size="lg" variant="default" onClick={onCancel}>
            {t('ui:cancel')}
          </Button>
          <Button
            ref={button}
            size="lg"
            loading={act.busy}
            disabled={count.denominations === undefined}
            onClick={() => void keep()}
          >
            {t('till:spot.act', { amount })}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
