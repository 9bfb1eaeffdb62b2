import { useRef, useState } from 'preact/hooks'
import type { VisitView } from '../../../shared/domain/visit/visit-view.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { AskName, Input } from '../client/calls.ts'
import type { Act } from '../client/use-act.ts'
import { Bar } from '../parts/bar.tsx'
import { Button, LinkButton } from '../parts/button.tsx'
import { Headline } from '../parts/headline.tsx'
import { Notice } from '../parts/notice.tsx'
import { SendTrouble } from '../site/send-trouble.tsx'
import { useSays } from '../words/words.ts'
import { type Ask, CancelAsk, LateAsk, PlainAsk } from './asks.tsx'
import { BookingFacts } from './booking-facts.tsx'
import { ChargeNow } from './charge-now.tsx'
import { Contact } from './contact.tsx'
import { Guide } from './guide.tsx'
import { Money } from './money.tsx'
import { toPayMinor } from './paying.ts'
import { sentenceOf } from './sentence.ts'
import type { Paying } from './use-paying.ts'

type VisitAct = Exclude<
  AskName,
  'site' | 'offers' | 'book' | 'wait' | 'visit' | 'otherWindows' | 'checkChange'
>

/** A visit as it is: one large sentence, the charge, what to do, what it costs. */
export function VisitHome({
  view,
  now,
  act,
  paying,
  isBack,
  home,
  takesFocus,
  put,
  onChange,
}: {
  view: VisitView
  now: Instant
  act: Act
  paying: Paying
  isBack: boolean
  home: string | null
  takesFocus: boolean
  put: (view: VisitView) => void
  onChange: () => void
}) {
  const says = useSays()
  const { words, format } = says
  const say = words.visit
  const [ask, setAsk] = useState<Ask | null>(null)
  const sentence = sentenceOf(view, now, says, isBack)
  const currency = view.money?.currency ?? ''
  // Read out when it says another thing, not with each new time in it.
  const toldRef = useRef(sentence)
  if (toldRef.current.key !== sentence.key) toldRef.current = sentence
  const run = async <Name extends VisitAct>(name: Name, input: Input<Name>): Promise<boolean> => {
    const outcome = await act.run(name, input)
    if (outcome?.ok === true) put(outcome.value)
    return outcome?.ok === true
  }
  const close = () => setAsk(null)
  return (
    <>
      <section class={`lead ${sentence.tone}`}>
        <Headline title={`${sentence.title} · ${view.siteName}`} takesFocus={takesFocus}>
          {sentence.title}
        </Headline>
        <p>{sentence.says}</p>
        <p role="status" class="hidden">
          {toldRef.current.title}
        </p>
      </section>
      {view.lapsesAt !== null && (
        <Notice tone="warn" icon="clock" title={say.state.lapse(format.moment(view.lapsesAt, now))}>
          <p>{say.state.lapseSays}</p>
        </Notice>
      )}
      <SendTrouble act={act} acts {...{ now, currency }} />
      {paying.state !== 'none' && <PayWay state={paying.state} />}
      <ChargeNow {...{ view, now }} />
      <Guide view={view} />
      <BookingFacts {...{ view, now }} />
      <Others {...{ view, act, onAsk: setAsk }} />
      <Money {...{ view, now }} />
      <Contact {...{ view, now, act, put }} />
      {home !== null && (
        <LinkButton kind="quiet" href={home}>
          {words.common.toSite}
        </LinkButton>
      )}
      <Doing
        {...{ view, act, paying, onChange, onAsk: setAsk }}
        onClaim={(seenMinor) => void claim(seenMinor)}
      />
      {ask === 'cancel' && (
        <CancelAsk
          {...{ view, now, onClose: close }}
          onCancel={(seenFeeMinor) => void run('cancel', { seenFeeMinor })}
        />
      )}
      {ask === 'late' && (
        <LateAsk
          {...{ view, now, onClose: close }}
          onTell={(expectedAt) => void run('late', { expectedAt })}
        />
      )}
      {(ask === 'start' || ask === 'stop' || ask === 'leaveLine') && (
        <PlainAsk {...{ ask, view, onClose: close }} onYes={() => void run(ask, undefined)} />
      )}
    </>
  )

  async function claim(seenMinor: number | null): Promise<void> {
    if (await run('claim', { seenMinor })) paying.await()
  }
}

/** What there is to do, the one thing first. */
function Doing({
  view,
  act,
  paying,
  onChange,
  onAsk,
  onClaim,
}: {
  view: VisitView
  act: Act
  paying: Paying
  onChange: () => void
  onAsk: (ask: Ask) => void
  onClaim: (seenMinor: number | null) => void
}) {
  const { words, format } = useSays()
  const say = words.visit.act
  const { may, money } = view
  const dueMinor = toPayMinor(view)
  const sum = format.money(dueMinor, money?.currency ?? 'SEK')
  const hasFailed = view.payment?.state === 'failed' || view.payment?.state === 'expired'
  const isPaying = may.includes('pay') && dueMinor > 0
  const one = (['claim', 'start', 'stop'] as const).find((name) => may.includes(name))
  if (!isPaying && one === undefined && !may.includes('change')) return null
  return (
    <Bar>
      {isPaying && (
        <Button
          kind="main"
          isBusy={paying.state === 'opening' || act.busy === 'pay'}
          onPress={paying.pay}
        >
          {hasFailed ? say.payAgain(sum) : say.pay(sum)}
        </Button>
      )}
      {one === 'claim' && (
        <Button
          kind="main"
          isBusy={act.busy === 'claim'}
          onPress={() => onClaim(money?.estimatedMinor ?? null)}
        >
          {money === null || money.estimatedMinor === 0
            ? say.claimFree
            : say.claim(format.money(money.estimatedMinor, money.currency))}
        </Button>
      )}
      {one === 'start' && (
        <Button
          kind="main"
          icon="bolt"
          isBusy={act.busy === 'start'}
          onPress={() => onAsk('start')}
        >
          {say.start}
        </Button>
      )}
      {one === 'stop' && (
        <Button isBusy={act.busy === 'stop'} onPress={() => onAsk('stop')}>
          {say.stop}
        </Button>
      )}
      {may.includes('change') && <Button onPress={onChange}>{say.change}</Button>}
    </Bar>
  )
}

/** What is done seldom. */
function Others({ view, act, onAsk }: { view: VisitView; act: Act; onAsk: (ask: Ask) => void }) {
  const say = useSays().words.visit.act
  const asks = (['late', 'cancel', 'leaveLine'] as const).filter((name) => view.may.includes(name))
  if (asks.length === 0) return null
  return (
    <div class="others">
      {asks.map((ask) => (
        <Button key={ask} isBusy={act.busy === ask} onPress={() => onAsk(ask)}>
          {say[ask]}
        </Button>
      ))}
    </div>
  )
}

function PayWay({ state }: { state: 'opening' | 'slow' }) {
  const say = useSays().words.visit.act
  return state === 'opening' ? (
    <Notice tone="info" icon="clock" title={say.payOpening} isNew>
      <p>{say.payOpeningSays}</p>
    </Notice>
  ) : (
    <Notice tone="warn" title={say.paySlow} isNew>
      <p>{say.paySlowSays}</p>
    </Notice>
  )
}
