import { Button, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { tellAct } from '../../../live/last-act.ts'
import { shell } from '../../../live/shell.ts'
import { takenText } from './taken-text.ts'

/** Asks for the passphrase of the kept key. Whoever shows it takes it away once the key is open. */
export function UnlockForm({ onLater = null }: { onLater?: (() => void) | null }) {
  const { t } = useTranslation('stripeKey')
  const passphrase = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const bridge = shell()?.stripeKey
    if (bridge === undefined || busy) return
    setBusy(true)
    setProblem(null)
    const answer = await bridge.unlock(takenText(passphrase.current)).finally(() => setBusy(false))
    if (answer.unlocked) return tellAct(t('said.opened'))
    setProblem(t(answer.code === 'wrongPassphrase' ? 'unlock.wrong' : 'unlock.failed'))
    passphrase.current?.focus()
  }
  return (
    <form className="lp-key-unlock" onSubmit={(event) => void submit(event)} noValidate>
      <TextInput
        ref={passphrase}
        type="password"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        data-autofocus
        label={t('passphrase')}
        error={problem === null ? null : <span role="alert">{problem}</span>}
      />
      <div className="lp-key-acts">
        {onLater === null ? null : (
          <Button variant="default" onClick={onLater}>
            {t('unlock.later')}
          </Button>
        )}
        <Button type="submit" loading={busy}>
          {t('unlock.act')}
        </Button>
      </div>
    </form>
  )
}
