import type { ComponentChildren } from 'preact'
import type { Live } from '../client/use-live.ts'
import { useOnline } from '../client/use-online.ts'
import type { Language } from '../words/language.ts'
import { useSays } from '../words/words.ts'
import { Icon } from './icon.tsx'
import { Notice } from './notice.tsx'

/** How the page is spoken, and how to change that. */
export interface Tongue {
  readonly language: Language
  readonly onChoose: (language: Language) => void
}

/** What stands around each page: whose it is, how fresh, the other language; and what is the matter with the line. */
export function Frame({
  name,
  home,
  mode,
  live,
  tongue,
  children,
}: {
  name: string
  /** Where the name leads; null: one is there. */
  home: string | null
  mode?: string
  live?: Pick<Live<unknown>, 'link' | 'failure' | 'heardAt' | 'view'>
  tongue: Tongue
  children: ComponentChildren
}) {
  const { words } = useSays()
  const say = words.common
  const other = tongue.language === 'en' ? 'sv' : 'en'
  return (
    <>
      <a class="skip" href="#content">
        {say.skip}
      </a>
      <header>
        <div class="top">
          <span class="site-name">{home === null ? name : <a href={home}>{name}</a>}</span>
          {live !== undefined && live.view !== null && <Freshness live={live} />}
          <button type="button" class="tongue" lang={other} onClick={() => tongue.onChoose(other)}>
            {say.otherLanguage}
          </button>
        </div>
        {(mode === 'practice' || mode === 'test') && (
          <p class="ribbon">
            <strong>{say[mode]}</strong> {mode === 'practice' ? say.practiceSays : say.testSays}
          </p>
        )}
        {live !== undefined && live.view !== null && <LineTrouble live={live} />}
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </>
  )
}

function Freshness({ live }: { live: Pick<Live<unknown>, 'link' | 'heardAt'> }) {
  const { words, format } = useSays()
  const isOnline = useOnline()
  const isLive = live.link === 'live' && isOnline
  return (
    <span class={isLive ? 'fresh live' : 'fresh'}>
      {isLive || live.heardAt === null || (isOnline && live.link === 'opening')
        ? words.common.live
        : words.common.heardAt(format.clock(live.heardAt))}
    </span>
  )
}

/** Said only where the line is really lost, and with how old what is shown is. */
function LineTrouble({ live }: { live: Pick<Live<unknown>, 'link' | 'failure' | 'heardAt'> }) {
  const { words, format } = useSays()
  const isOnline = useOnline()
  const { link, failure, heardAt } = live
  const isLost = (!isOnline || link === 'lost') && failure?.kind !== 'gone'
  const at = heardAt === null ? '' : format.clock(heardAt)
  const { trouble } = words
  return (
    <div role="status">
      {isLost && (
        <p class="line-trouble">
          <Icon name="offline" />
          {isOnline
            ? failure?.kind === 'tooMany'
              ? trouble.busySince(at)
              : trouble.downSince(at)
            : trouble.offlineSince(at)}
        </p>
      )}
    </div>
  )
}

/** What came of an act, where it came to nothing, and why it takes long while it is under way. */
export function ActTrouble({
  title,
  lines,
  retrying,
  isOffline,
}: {
  title: string
  lines: readonly string[]
  retrying: { readonly kind: string } | null
  isOffline: boolean
}) {
  const { trouble } = useSays().words
  if (retrying !== null)
    return (
      <Notice tone="warn" icon="offline" isNew>
        <p>
          {isOffline
            ? trouble.retryingOffline
            : retrying.kind === 'unreachable'
              ? trouble.retrying
              : trouble.retryingBusy}
        </p>
      </Notice>
    )
  if (lines.length === 0) return null
  return (
    <Notice tone="bad" title={title} isNew>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  )
}
