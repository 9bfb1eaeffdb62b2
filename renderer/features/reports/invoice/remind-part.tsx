import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Invoice } from '../../../../shared/domain/invoice/invoice.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { useHeldBack } from '../../../session/needs.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { useClock } from '../use-clock.ts'

/** How often somebody was reminded, and that they were once more. */
export function RemindPart({ invoice, onReminded }: { invoice: Invoice; onReminded: () => void }) {
  const { t } = useTranslation('invoice')
  const hub = useClient()
  const format = useFormat()
  const { now } = useClock()
  const held = useHeldBack('account')
  const reminding = useAct(hub.invoice.remind)
  const { id, reminders, remindedAt } = invoice
  const remind = async () => {
    if ((await reminding.run({ id })) === undefined) return
    tellAct(t('remind.said', { name: inert(invoice.name, 30).text }))
    onReminded()
  }
  return (
    <section>
      <p className="lp-soft">
        {remindedAt === null
          ? t('remind.none')
          : t('remind.count', { count: reminders, when: format.moment(remindedAt, now) })}
      </p>
      <ErrorNote error={reminding.error} />
      <div className="lp-invoices-acts">
        <Button
          variant="default"
          size="compact-md"
          loading={reminding.busy}
          disabled={held.disabled}
          title={held.title}
          onClick={() => void remind()}
        >
          {t('remind.act')}
        </Button>
      </div>
    </section>
  )
}
