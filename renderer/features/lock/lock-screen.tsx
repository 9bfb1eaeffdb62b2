import { useEffect, useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionState } from '../../../shared/contract/session.ts'
import { chooseLanguage, languages, useLocale } from '../../i18n/locale.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { takeSession } from '../../live/follow-session.ts'
import { shell } from '../../live/shell.ts'
import { useAct } from '../../live/use-act.ts'
import { useClient } from '../../live/use-live.ts'
import { useNow } from '../../live/use-now.ts'
import { PinEntry } from '../../session/pin-entry.tsx'
import { pinRefusalOf, usePinWords } from '../../session/pin-refusal.ts'
import { canBePin } from '../../session/typed-pin.ts'
import { WhoList } from '../../session/who-list.tsx'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { inert } from '../../ui/mark/inert.ts'
import { HubAway, useHubAway } from './hub-away.tsx'
import { useTypedAnywhere } from './use-typed-anywhere.ts'
import './lock-screen.css'

/** The window while nobody is in: who one is, and the PIN. */
export function LockScreen({ session }: { session: SessionState }) {
  const { t } = useTranslation('session')
  const format = useFormat()
  const now = useNow(1_000)
  const hub = useClient()
  const away = useHubAway()
  const field = useRef<HTMLInputElement>(null)
  const { users } = session
  const [chosenId, setChosenId] = useState(() => offeredFirst(session))
  const [pin, setPin] = useState('')
  const chosen = users.find(({ id }) => id === chosenId) ?? null
  const logIn = useAct(async (userId: string) => {
    setPin('')
    takeSession(await hub.session.logIn({ userId, pin }))
  })
  const refusal = pinRefusalOf(logIn.error)
  const { words, waits } = usePinWords(refusal)
  const closed = chosen === null || away !== null || waits
  const ready = !closed && canBePin(pin)
  useReadyToUse()
  useTypedAnywhere(pin, setPin, !closed)
  useEffect(() => {
    if (!closed) field.current?.focus()
  }, [closed])

  const choose = (userId: string) => {
    setChosenId(userId)
    setPin('')
    logIn.clear()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready && chosen) void logIn.run(chosen.id)
  }
  const name = chosen ? inert(chosen.name, 60).text : ''
  return (
    <main className="lp-lock">
      <header className="lp-lock-head">
        <h1>{inert(session.siteName, 80).text}</h1>
        <time className="lp-lock-clock">{format.clock(now)}</time>
        <LanguageSwitch />
      </header>
      {away ? <HubAway away={away} /> : null}
      <form className="lp-lock-form" onSubmit={submit}>
        <WhoList title={t('lock.who')} users={users} chosenId={chosenId} onChoose={choose} />
        <div className="lp-lock-pin">
          <div className="lp-lock-name">{name || t('lock.choose')}</div>
          <PinEntry
            label={chosen ? t('pin.of', { name }) : t('pin.label')}
            value={pin}
            onChange={setPin}
            fieldRef={field}
            act={chosen ? t('lock.logInAs', { name }) : t('lock.logIn')}
            ready={ready}
            busy={logIn.busy}
            disabled={closed}
            invalid={refusal !== null && pin === ''}
          />
          <div className="lp-lock-words" role="alert">
            {refusal ? words : <ErrorNote error={logIn.error} />}
          </div>
          {refusal ? <p className="lp-soft">{t('pin.helpMe')}</p> : null}
        </div>
      </form>
    </main>
  )
}

/** Who was in last, or whoever is the only one. */
function offeredFirst({ users, lastUserId }: SessionState): string | null {
  const last = users.find(({ id }) => id === lastUserId)
  if (last) return last.id
  const [first, ...others] = users
  return first && others.length === 0 ? first.id : null
}

function LanguageSwitch() {
  const { t } = useTranslation(['session', 'settings'])
  const language = useLocale((locale) => locale.language)
  return (
    <div className="lp-lock-languages" role="group" aria-label={t('session:lock.language')}>
      {languages.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === language}
          onClick={() => chooseLanguage(one)}
        >
          {t(`settings:appearance.${one}`)}
        </button>
      ))}
    </div>
  )
}

/** Marks the document once somebody could log in: a locked window is ready too. */
function useReadyToUse(): void {
  useEffect(() => {
    document.documentElement.dataset.ready = 'true'
    shell()?.canBeUsed()
  }, [])
}
