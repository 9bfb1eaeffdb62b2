import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type {
  StripeAccount,
  StripeState,
} from '../../../../shared/domain/payment/stripe-account.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import type { MoneyLook } from '../../../payment/money-look.ts'
import { MoneyMark } from '../../../payment/money-mark.tsx'
import { Age } from '../../../ui/mark/age.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { Facts } from '../../../ui/frame/facts.tsx'
import { InertText } from '../../../ui/mark/inert-text.tsx'
import './payments-settings.css'

const looks: Record<StripeState, MoneyLook> = {
  none: 'over',
  locked: 'held',
  ok: 'done',
  unreachable: 'waits',
  refused: 'wrong',
}

/** What Stripe says of the account: whose it is, whether it answers, which rights the key lacks. */
export function StripeAccountPanel({ account }: { account: StripeAccount }) {
  const { t } = useTranslation(['paymentSettings', 'payment'])
  const hub = useClient()
  const check = useAct(() => hub.stripe.check())
  const { state, mode, missingRights } = account
  const run = async () => {
    if (await check.run(undefined)) tellAct(t('account.said'))
  }
  return (
    <section className="lp-panel lp-block" aria-labelledby="stripe-account">
      <h2 id="stripe-account">{t('account.title')}</h2>
      <div className="lp-stripe-head">
        <MoneyMark look={looks[state]} text={t(`account.state.${state}`)} />
        {mode === null ? null : (
          <span className="lp-stripe-mode" data-mode={mode}>
            {t(`payment:mode.${mode}`)}
          </span>
        )}
      </div>
      {mode === null ? null : <p>{t(`account.mode.${mode}`)}</p>}
      {state === 'none' ? (
        <p>{t('account.none')}</p>
      ) : (
        <Facts
          rows={[
            ...(account.name === ''
              ? []
              : [
                  [
                    t('account.name'),
                    <InertText key="name" text={account.name} max={120} />,
                  ] as const,
                ]),
            ...(account.accountId === null
              ? []
              : [[t('account.id'), <code key="id">{account.accountId}</code>] as const]),
            [t('account.since'), <Age key="since" at={account.since} />],
            [t('account.contact'), <Age key="contact" at={account.contactAt} />],
            [t('account.events'), <Age key="events" at={account.eventsAt} />],
            ...(account.detail === ''
              ? []
              : [
                  [
                    t('account.detail'),
                    <InertText key="detail" text={account.detail} max={300} />,
                  ] as const,
                ]),
          ]}
        />
      )}
      {missingRights.length === 0 ? null : (
        <>
          <p>{t('account.missing')}</p>
          <ul className="lp-stripe-rights">
            {missingRights.map((right) => (
              <li key={right}>
                <InertText text={right} max={80} />
              </li>
            ))}
          </ul>
        </>
      )}
      <ErrorNote error={check.error} />
      {state === 'none' ? null : (
        <Button variant="default" mt="sm" loading={check.busy} onClick={() => void run()}>
          {t('account.check')}
        </Button>
      )}
    </section>
  )
}
