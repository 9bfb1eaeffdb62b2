import { useEffect, useRef, useState } from 'preact/hooks'
import type { VisitView } from '../../../shared/domain/visit/visit-view.ts'
import { SECOND } from '../../../shared/time/instant.ts'
import { noted, useStep } from '../address/use-where.ts'
import { call } from '../client/call.ts'
import { useAct } from '../client/use-act.ts'
import { type Live, useLive } from '../client/use-live.ts'
import { Frame, type Tongue } from '../parts/frame.tsx'
import { NothingYet } from '../parts/nothing-yet.tsx'
import { newId } from '../phone/new-id.ts'
import { forgetVisit, rememberVisit } from '../phone/own-visits.ts'
import { useNow } from '../time/use-now.ts'
import { saysOf, Speech } from '../words/words.ts'
import { ChangeStep } from './change-step.tsx'
import { usePaying } from './use-paying.ts'
import { VisitHome } from './visit-home.tsx'

/** So long after coming back from Stripe's page the hub may not have heard of it. */
const HEARS_MS = 20 * SECOND

/** A visit's own page, for whoever has its link. @param home the site's page; null where this phone doesn't know it */
export function VisitPage({
  token,
  first,
  home,
  takesFocus,
  tongue,
}: {
  token: string
  first: VisitView | null
  home: string | null
  /** Somebody came here by a step within the page. */
  takesFocus: boolean
  tongue: Tongue
}) {
  const live = useLive('followVisit', token, first)
  const { view } = live
  const says = saysOf(tongue.language, view?.timeZone ?? 'UTC')
  useEffect(() => {
    if (view !== null) rememberVisit(token, view)
  }, [token, view])
  const isGone = live.failure?.kind === 'gone'
  useEffect(() => {
    if (isGone) forgetVisit(token, Date.now())
  }, [isGone, token])
  const speak = (language: Tongue['language']): void => {
    tongue.onChoose(language)
    // Its messages come in that language too, where it can be told.
    if (view !== null && view.state !== 'over')
      void call('setContact', { language }, { token, key: newId() })
  }
  return (
    <Speech.Provider value={says}>
      <Frame
        name={view?.siteName ?? 'Laddplan'}
        {...{ home, live }}
        mode={view?.mode ?? 'none'}
        tongue={{ ...tongue, onChoose: speak }}
      >
        {view === null || isGone ? (
          <NothingYet live={live} />
        ) : (
          <Shown {...{ view, live, token, home, takesFocus }} />
        )}
      </Frame>
    </Speech.Provider>
  )
}

function Shown({
  view,
  live,
  token,
  home,
  takesFocus,
}: {
  view: VisitView
  live: Live<VisitView>
  token: string
  home: string | null
  takesFocus: boolean
}) {
  const now = useNow(live.aheadMs)
  const [named, go] = useStep()
  const act = useAct(token)
  const paying = usePaying(view, now, act, live.put)
  const [isBack, setIsBack] = useState(() => noted('cameBack') === true)
  useEffect(() => {
    if (!isBack) return
    const timer = setTimeout(() => setIsBack(false), HEARS_MS)
    return () => clearTimeout(timer)
  }, [isBack])
  const wasElsewhereRef = useRef(takesFocus)
  if (named === 'change' && view.may.includes('change')) {
    wasElsewhereRef.current = true
    return (
      <ChangeStep
        {...{ view, now, token, act }}
        onChanged={(changed, hasToPay) => {
          live.put(changed)
          history.back()
          if (hasToPay) paying.await()
        }}
      />
    )
  }
  return (
    <VisitHome
      {...{ view, now, act, paying, isBack, home }}
      put={live.put}
      takesFocus={wasElsewhereRef.current}
      onChange={() => {
        act.forget()
        go('change')
      }}
    />
  )
}
