import type { VisitView } from '../../../shared/domain/visit/visit-view.ts'
import { useSays } from '../words/words.ts'

/** What to do on coming there, until the car is plugged in. */
export function Guide({ view }: { view: VisitView }) {
  const say = useSays().words.visit.guide
  const isToCome = view.state === 'agreed' && !view.isPluggedIn && view.charge === null
  if (!isToCome || view.idle !== null || view.place === null || view.bookingState === 'finished')
    return null
  return (
    <section aria-labelledby="guide">
      <h2 id="guide">{say.title}</h2>
      <ol class="guide">
        <li>{say.park(view.place.name)}</li>
        <li>{say.plug}</li>
        <li>{view.kind === 'ahead' ? say.press : say.begins}</li>
      </ol>
    </section>
  )
}
