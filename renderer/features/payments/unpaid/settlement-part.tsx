import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { settlement } from '../../../../shared/domain/bill/bill.ts'
import type { Bill, Settlement } from '../../../../shared/domain/bill/bill.ts'
import { ApprovalDialog } from '../../../approval/approval-dialog.tsx'
import { useApprovable } from '../../../approval/use-approvable.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { tellAct } from '../../../live/last-act.ts'
import { atTill } from '../../../live/till-id.ts'
import { useClient } from '../../../live/use-live.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'

/** Who pays a bill: on the spot, by invoice, by payroll, or nobody. */
export function SettlementPart({ bill }: { bill: Bill }) {
  const { t } = useTranslation(['payments', 'payment'])
  const hub = useClient()
  const format = useFormat()
  const [wanted, setWanted] = useState(bill.settlement)
  const act = useApprovable((to: Settlement, approvalId) =>
    hub.bill.settle({
      id: bill.id,
      settlement: to,
      ...atTill(),
      ...(approvalId === undefined ? {} : { approvalId }),
    }),
  )
  const change = async (value: string | null) => {
    const to = settlement.safeParse(value).data
    if (to === undefined || to === bill.settlement) return
    setWanted(to)
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
      <ApprovalDialog
        approval={act.approval}
        what={t('payments:unpaid.settleAct', {
          amount: format.money(bill.inclMinor, bill.currency),
          settlement: t(`payment:settlement.${wanted}`),
        })}
      />
    </section>
  )
}
