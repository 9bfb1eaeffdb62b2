import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShiftDetail } from '../../../../shared/contract/till.ts'
import type { Shift } from '../../../../shared/domain/till/shift.ts'
import { ApprovalDialog } from '../../../approval/approval-dialog.tsx'
import { useApprovable } from '../../../approval/use-approvable.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { navigate } from '../../../navigation/use-route.ts'
import { Money } from '../../../payment/money.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'

/** What the count comes to, why it is off, what the next shift is to know; then the shift is closed. */
export function Settle({
  shift,
  count,
  counts,
  isBlocked,
  onAgain,
  onBack,
}: {
  shift: Shift
  count: ShiftDetail['counts'][number]
  /** How often it was counted to close. */
  counts: number
  /** Whether payments keep the shift open. */
  isBlocked: boolean
  onAgain: () => void
  onBack: () => void
}) {
  const { t } = useTranslation('till')
  const format = useFormat()
  const hub = useClient()
  const [reason, setReason] = useState('')
  const [note, setNote] = useState('')
  const { currency } = shift
  const expectedMinor = count.expectedMinor ?? count.totalMinor
  const off = count.totalMinor - expectedMinor
  const amount = format.money(Math.abs(off), currency)
  const act = useApprovable((_: undefined, approvalId) =>
    hub.till.close({
      ...{ id: shift.id, varianceReason: reason.trim(), handOverNote: note.trim() },
      ...(approvalId === undefined ? {} : { approvalId }),
    }),
  )
  const close = async () => {
    const report = await act.run(undefined)
    if (!report) return
    tellAct(t('close.said', { number: shift.number, z: report.number }))
    navigate({ screen: 'till', tab: 'reports', open: String(report.number) })
  }
  const rows = [
    ['counted', count.totalMinor],
    ['expected', expectedMinor],
    ['variance', off],
  ] as const
  return (
    <div className="lp-till-settle">
      <div>
        <table className="lp-till-sums">
          <tbody>
            {rows.map(([name, minor]) => (
              <tr key={name} className={name === 'variance' ? 'lp-till-strong' : undefined}>
                <th scope="row">{t(`close.${name}`)}</th>
                <td>
                  <Money
                    minor={minor}
                    currency={currency}
                    size={name === 'variance' ? 'large' : 'text'}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="lp-till-verdict" data-off={off === 0 ? undefined : true} role="status">
          {off === 0 ? t('close.right') : t(off < 0 ? 'close.short' : 'close.over', { amount })}{' '}
          <span className="lp-soft">{t('close.recounts', { count: counts })}</span>
        </p>
        <p className="lp-soft">
          {t('close.toSafe', { amount: format.money(count.totalMinor, currency) })}
        </p>
      </div>
      <div className="lp-till-words">
        {off === 0 ? null : (
          <Textarea
            size="lg"
            label={t('close.reason')}
            required
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <Textarea
          size="lg"
          label={t('close.note')}
          description={t('close.noteHint')}
          autosize
          minRows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </div>
      <ErrorNote error={act.error} />
      <div className="lp-till-foot">
        <Button size="xl" variant="default" onClick={onBack}>
          {t('close.back')}
        </Button>
        <Button size="xl" variant="default" onClick={onAgain}>
          {t('close.recount')}
        </Button>
        <Button
          size="xl"
          loading={act.busy}
          disabled={isBlocked || (off !== 0 && reason.trim() === '')}
          onClick={() => void close()}
        >
          {t('close.act')}
        </Button>
      </div>
      <ApprovalDialog approval={act.approval} what={t('close.approve', { amount })} />
    </div>
  )
}
