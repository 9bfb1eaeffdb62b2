import { Button, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { passphraseFlaw, SHORTEST_PASSPHRASE } from '../../../../shared/passphrase.ts'
import { tellAct } from '../../../live/last-act.ts'
import { shell } from '../../../live/shell.ts'
import { inert } from '../../../ui/mark/inert.ts'
import { takenText } from './taken-text.ts'
import { type KeyRefusal, useKeyRefusalWords } from './use-key-refusal-words.ts'

/** What lies at the input, wherever a secret is typed: nothing is remembered, corrected or offered again. */
const secret = {
  type: 'password',
  autoComplete: 'off',
  autoCapitalize: 'off',
  autoCorrect: 'off',
  spellCheck: false,
} as const

/** Where a key is entered. Both inputs are emptied in the moment the key is offered, whatever becomes of it. */
export function KeyForm({
  sealedByPassphrase,
  onKept,
  onCancel,
}: {
  /** Whether there is no keyring, so that a passphrase has to seal the key. */
  sealedByPassphrase: boolean
  onKept: () => void
  /** Null where there is nothing to go back to. */
  onCancel: (() => void) | null
}) {
  const { t } = useTranslation('stripeKey')
  const wordsOf = useKeyRefusalWords()
  const key = useRef<HTMLInputElement>(null)
  const passphrase = useRef<HTMLInputElement>(null)
  const again = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<KeyRefusal | null>(null)
  const ofPassphrase = refusal?.code.startsWith('passphrase') === true
  const asksPassphrase = sealedByPassphrase || ofPassphrase

  const refuse = (why: KeyRefusal) => {
    setRefusal(why)
    const at = why.code.startsWith('passphrase') ? passphrase : key
    at.current?.focus()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const bridge = shell()?.stripeKey
    if (bridge === undefined || busy) return
    const words = takenText(passphrase.current)
    const repeated = takenText(again.current)
    // The key stays for as long as it is the passphrase that has to be typed once more.
    if (asksPassphrase) {
      const flaw = passphraseFlaw(words)
      if (flaw !== null) return refuse({ accepted: false, code: flaw })
      if (words !== repeated) return refuse({ accepted: false, code: 'passphraseDiffers' })
    }
    setBusy(true)
    setRefusal(null)
    const offered = await bridge
      .offer(takenText(key.current), asksPassphrase ? words : null)
      .finally(() => setBusy(false))
    if (!offered.accepted) return refuse(offered)
    const account = inert(offered.accountName, 60).text
    tellAct(account === '' ? t('said.kept') : t('said.keptFor', { account }))
    onKept()
  }
  return (
    <form className="lp-form" onSubmit={(event) => void submit(event)} noValidate>
      <TextInput
        {...secret}
        ref={key}
        label={t('label')}
        description={t('hint')}
        error={refusal !== null && !ofPassphrase ? <KeyProblem refusal={refusal} /> : null}
      />
      {asksPassphrase ? (
        <>
          <TextInput
            {...secret}
            ref={passphrase}
            label={t('passphrase')}
            description={t('passphraseHint', { least: SHORTEST_PASSPHRASE })}
            error={refusal !== null && ofPassphrase ? wordsOf(refusal) : null}
          />
          <TextInput {...secret} ref={again} label={t('passphraseAgain')} />
        </>
      ) : null}
      <div className="lp-form-foot">
        <Button type="submit" loading={busy}>
          {t('keep')}
        </Button>
        {onCancel === null ? null : (
          <Button variant="default" onClick={onCancel} disabled={busy}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}

/** Why a key was refused, with the rights that it lacks one below the other, to be ticked off at Stripe. */
function KeyProblem({ refusal }: { refusal: KeyRefusal }) {
  const wordsOf = useKeyRefusalWords()
  const missing = 'missing' in refusal ? (refusal.missing ?? []) : []
  return (
    <span role="alert">
      {wordsOf(refusal)}
      {missing.map((right) => (
        <code key={right} className="lp-key-right">
          {inert(right, 80).text}
        </code>
      ))}
    </span>
  )
}
