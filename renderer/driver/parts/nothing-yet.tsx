import type { Failure } from '../client/failure.ts'
import type { Link } from '../client/follow.ts'
import { useOnline } from '../client/use-online.ts'
import { useSays } from '../words/words.ts'
import { Button } from './button.tsx'
import { Headline } from './headline.tsx'

/** What is shown where nothing has been heard yet: its outline, and once that takes long, why. */
export function NothingYet({
  live,
}: {
  live: { readonly link: Link; readonly failure: Failure | null }
}) {
  const { common, trouble } = useSays().words
  const isOnline = useOnline()
  if (live.link !== 'lost')
    return (
      <div class="outline" aria-busy="true">
        <span class="hidden" role="status">
          {common.loading}
        </span>
        <div class="outline-lead" />
        <div class="outline-card" />
        <div class="outline-card" />
      </div>
    )
  const [title, says] = !isOnline
    ? [trouble.offlineTitle, trouble.offlineSays]
    : live.failure?.kind === 'gone'
      ? [trouble.goneTitle, trouble.goneSays]
      : live.failure?.kind === 'tooMany'
        ? [trouble.tooManyTitle, trouble.tooManySays]
        : live.failure?.kind === 'broken'
          ? [trouble.brokenTitle, trouble.brokenSays]
          : [trouble.downTitle, trouble.downSays]
  return (
    <section class="nothing">
      <Headline title={title}>{title}</Headline>
      <p>{says}</p>
      {live.failure?.kind !== 'gone' && (
        <Button onPress={() => location.reload()}>{common.reload}</Button>
      )}
    </section>
  )
}
