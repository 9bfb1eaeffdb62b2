import { useState } from 'preact/hooks'
import type { VisitView } from '../../../shared/domain/visit/visit-view.ts'
import { type Instant, MINUTE } from '../../../shared/time/instant.ts'
import { Button } from '../parts/button.tsx'
import { Choices } from '../parts/choices.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { useSays } from '../words/words.ts'

/** What is asked once more before it is done. */
export type Ask = 'cancel' | 'stop' | 'start' | 'leaveLine' | 'late'

interface Asked {
  view: VisitView
  now: Instant
  onClose: () => void
}

/** Cancelling, with what it costs first. */
export function CancelAsk({
  view,
  now,
  onClose,
  onCancel,
}: Asked & { onCancel: (seenFeeMinor: number) => void }) {
  const { words, format } = useSays()
  const say = words.visit.cancelling
  const feeMinor = view.cancelling?.feeMinor ?? 0
  const currency = view.money?.currency ?? ''
  const backMinor = Math.max(0, (view.money?.paidMinor ?? 0) - feeMinor)
  const freeUntil = view.cancelling?.freeUntil ?? 0
  return (
    <Dialog
      title={say.title}
      onClose={onClose}
      actions={
        <>
          <Button
            kind="grave"
            onPress={() => {
              onClose()
              onCancel(feeMinor)
            }}
          >
            {feeMinor > 0 ? say.cancelFee(format.money(feeMinor, currency)) : say.cancel}
          </Button>
          <Button onPress={onClose}>{say.keep}</Button>
        </>
      }
    >
      <p>
        {feeMinor > 0
          ? say.fee(format.money(feeMinor, currency))
          : freeUntil > now
            ? say.freeUntil(format.moment(freeUntil, now))
            : say.free}
      </p>
      {backMinor > 0 && <p>{say.back(format.money(backMinor, currency))}</p>}
    </Dialog>
  )
}

/** A yes or no: starting at one's own cost, stopping for good, giving one's turn away. */
export function PlainAsk({
  ask,
  view,
  onClose,
  onYes,
}: Omit<Asked, 'now'> & { ask: 'start' | 'stop' | 'leaveLine'; onYes: () => void }) {
  const { words } = useSays()
  const { starting, stopping, leaving } = words.visit
  const [title, says, yes] =
    ask === 'start'
      ? [starting.title, starting.says(view.place?.name ?? ''), starting.start]
      : ask === 'stop'
        ? [stopping.title, stopping.says, stopping.stop]
        : [leaving.title, leaving.says, leaving.leave]
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button
            kind={ask === 'start' ? 'main' : 'grave'}
            onPress={() => {
              onClose()
              onYes()
            }}
          >
            {yes}
          </Button>
          <Button onPress={onClose}>{words.common.cancel}</Button>
        </>
      }
    >
      <p>{says}</p>
    </Dialog>
  )
}

const LATER = [15, 30, 45, 60]

/** When the car will be there instead. */
export function LateAsk({
  view,
  now,
  onClose,
  onTell,
}: Asked & { onTell: (expectedAt: Instant) => void }) {
  const { words, format } = useSays()
  const say = words.visit.late
  const [minutes, setMinutes] = useState(LATER[0] ?? 15)
  const from = Math.max(view.arrivesAt ?? now, now)
  const at = Math.ceil((from + minutes * MINUTE) / MINUTE) * MINUTE
  return (
    <Dialog
      title={say.title}
      onClose={onClose}
      actions={
        <>
          <Button
            kind="main"
            onPress={() => {
              onClose()
              onTell(at)
            }}
          >
            {say.tell(format.moment(at, now))}
          </Button>
          <Button onPress={onClose}>{words.common.cancel}</Button>
        </>
      }
    >
      <p>{say.says}</p>
      <Choices
        legend={say.title}
        hidesLegend
        look="chips"
        value={minutes}
        onChoose={setMinutes}
        options={LATER.map((value) => ({ value, label: format.duration(value * MINUTE) }))}
      />
    </Dialog>
  )
}
