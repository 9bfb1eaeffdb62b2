import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { settlement } from '../../../../shared/domain/bill/bill.ts'
import type { Bill, Settlement } from '../../../../shared/domain/bill/bill.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'

/** Who pays a bill: on the spot, by invoice, by payroll, or nobody. */
export function SettlementPart({ bill }: { bill: Bill }) {
  const { t } = useTranslation(['payments', 'payment'])
  const hub = useClient()
  const act = useAct((to: Settlement) => hub.bill.settle({ id: bill.id, settlement: to }))
  const change = async (value: string | null) => {
    const to = settlement.safeParse(value).data
    if (to === undefined || to === bill.settlement) return
    if (await act.run(to)) tellAct(t('unpaid.settleSaid'))
  }
  return (
    <section>
      <Select
        label={t('unpaid.settle')}
        allowDeselect={false}
        disabled={act.busy}
        value={bill.settlement}
        data={settlement.options.map((value) => ({
          value,
          label: t(`payment:settlement.${value}`),
        }))}
        onChange={(value) => void change(value)}
      />
      <ErrorNote error={act.error} />
    </section>
  )
}
