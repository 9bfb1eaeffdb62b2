import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import type { Refund } from '../../../../shared/domain/payment/refund.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { useNow } from '../../../live/use-now.ts'
import { Needs } from '../../../session/needs.tsx'
import { ConfirmAct } from '../../../ui/frame/confirm-act.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'

const ways = ['look', 'again', 'drop'] as const
type Way = (typeof ways)[number]

/** The three ways out where nobody knows what became of a payment or a refund, each explained before it is taken. */
export function ResolvePart({ payment, refund }: { payment: Payment; refund: Refund | null }) {
  const { t } = useTranslation('payments')
  const format = useFormat()
  const now = useNow(60_000)
  const hub = useClient()
  const [asking, setAsking] = useState<Exclude<Way, 'look'> | null>(null)
  const [note, setNote] = useState('')
  const act = useAct((how: Way) =>
    hub.payment.resolve({
      id: payment.id,
      how,
      note: how === 'look' ? '' : note.trim(),
      ...(refund === null ? {} : { refundId: refund.id }),
    }),
  )
  const run = async (how: Way) => {
    if (!(await act.run(how))) return
    // A question that was opened while Stripe was looked at stays open.
    setAsking((asked) => (asked === how ? null : asked))
    tellAct(t(`resolve.said.${how}`))
  }
  const at = format.moment((refund ?? payment).createdAt, now)
  return (
    <section className="lp-pay-resolve">
      <p className="lp-pay-note">
        {t(refund === null ? 'resolve.why' : 'resolve.whyRefund', { when: at })}
      </p>
      <Needs right="supervise">
        {ways.map((how) => (
          <div key={how} className="lp-pay-step">
            <Button
              variant={how === 'look' ? 'filled' : 'default'}
              loading={act.busy && how === 'look' && asking === null}
              onClick={() => {
                act.clear()
                if (how === 'look') void run('look')
                else setAsking(how)
              }}
            >
              {t(`resolve.${how}`)}
            </Button>
            <span className="lp-soft">{t(`resolve.${how}Hint`)}</span>
          </div>
        ))}
      </Needs>
      {asking === null ? <ErrorNote error={act.error} /> : null}
      <ConfirmAct
        opened={asking !== null}
        title={t(asking === 'drop' ? 'resolve.dropTitle' : 'resolve.againTitle')}
        act={t(asking === 'drop' ? 'resolve.drop' : 'resolve.again')}
        destructive
        ready={asking !== 'drop' || note.trim() !== ''}
        busy={act.busy}
        error={act.error}
        onConfirm={() => void (asking === null ? undefined : run(asking))}
        onCancel={() => setAsking(null)}
      >
        {t(asking === 'drop' ? 'resolve.dropText' : 'resolve.againText')}
        <TextInput
          mt="sm"
          label={t('resolve.note')}
          required={asking === 'drop'}
          maxLength={300}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </ConfirmAct>
    </section>
  )
}
