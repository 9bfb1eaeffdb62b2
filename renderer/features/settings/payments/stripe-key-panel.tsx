import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StripeKeyStatus } from '../../../../shared/stripe-key-bridge.ts'
import { shell } from '../../../live/shell.ts'
import { PanelSkeleton } from '../../../ui/frame/skeletons.tsx'
import { ForgetKey } from './forget-key.tsx'
import { KeyForm } from './key-form.tsx'
import { KeptKey } from './kept-key.tsx'
import { UnlockForm } from './unlock-form.tsx'
import { useStripeKey } from './use-stripe-key.ts'
import './stripe-key.css'

/** The site's Stripe key: what is known of it, and all that can be done with it. Never the key itself. */
export function StripeKeyPanel() {
  const { t } = useTranslation('stripeKey')
  const { status, look } = useStripeKey()
  return (
    <section className="lp-panel lp-block lp-key-panel" aria-labelledby="stripe-key">
      <h2 id="stripe-key">{t('title')}</h2>
      <p>{t(shell() === undefined ? 'elsewhere' : 'what')}</p>
      {shell() === undefined ? null : status === null ? (
        <PanelSkeleton height={120} />
      ) : (
        <KeyNow status={status} onLook={look} />
      )}
    </section>
  )
}

function KeyNow({ status, onLook }: { status: StripeKeyStatus; onLook: () => void }) {
  const { t } = useTranslation('stripeKey')
  const [replacing, setReplacing] = useState(false)
  const { state, storage, why } = status
  const form = (onCancel: (() => void) | null) => (
    <KeyForm
      sealedByPassphrase={storage === 'passphrase'}
      onKept={() => setReplacing(false)}
      onCancel={onCancel}
    />
  )
  if (state === 'none')
    return (
      <>
        <p role="status">{t('state.none')}</p>
        {form(null)}
      </>
    )
  return (
    <>
      <KeptKey status={status} />
      {state === 'locked' ? <p role="status">{t('state.locked')}</p> : null}
      {state === 'unavailable' ? <p role="alert">{t(`state.${why ?? 'damaged'}`)}</p> : null}
      {state === 'locked' && !replacing ? <UnlockForm /> : null}
      {replacing ? form(() => setReplacing(false)) : null}
      {replacing || storage === 'file' ? null : (
        <div className="lp-key-acts">
          {state === 'unavailable' ? (
            <Button variant="default" onClick={onLook}>
              {t('retry')}
            </Button>
          ) : null}
          <Button variant="default" onClick={() => setReplacing(true)}>
            {t('replace')}
          </Button>
          <ForgetKey />
        </div>
      )}
    </>
  )
}
