import type { Instant } from '../../../shared/time/instant.ts'
import { Button } from '../parts/button.tsx'
import { Notice } from '../parts/notice.tsx'
import { useSays } from '../words/words.ts'
import { SendTrouble } from './send-trouble.tsx'
import type { Booking } from './use-booking.ts'

/** For who was booking when the page or the network went away: the same is sent again, and booked once. */
export function PendingNotice({
  booking,
  now,
  currency,
}: {
  booking: Booking
  now: Instant
  currency: string
}) {
  const { words, format } = useSays()
  const say = words.site.details
  const { pending } = booking
  if (pending === null) return null
  const what =
    pending.name === 'book'
      ? format.stretch(pending.input.arrivesAt, pending.input.departsAt, now)
      : say.unsureLine
  return (
    <>
      <Notice tone="warn" title={say.unsureTitle}>
        <p>{say.unsureAtStart(what)}</p>
        <div class="notice-buttons">
          <Button isBusy={booking.act.busy !== null} onPress={() => void booking.send(pending)}>
            {say.sendAgain}
          </Button>
          <Button kind="quiet" onPress={booking.drop}>
            {say.forgetIt}
          </Button>
        </div>
      </Notice>
      <SendTrouble act={booking.act} acts {...{ now, currency }} title={say.refused} />
    </>
  )
}
