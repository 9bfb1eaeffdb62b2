import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { setTimeZone } from '../i18n/locale.ts'
import { keepAwake } from '../live/keep-awake.ts'
import { useSession } from '../live/session-store.ts'
import { useClient, useSite } from '../live/use-live.ts'
import { useRoute } from '../navigation/use-route.ts'
import { ConnectionBanner } from './connection-banner.tsx'
import { LockWarning } from './lock-warning.tsx'
import { Palette } from './palette/palette.tsx'
import { Rail } from './rail.tsx'
import { Routes } from './routes.tsx'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar/top-bar.tsx'
import { UnlockAtStart } from './unlock-at-start.tsx'
import { useNativeShell } from './use-native-shell.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { useClearedDesk } from './use-cleared-desk.ts'
import { useUserLanguage } from './use-user-language.ts'
import './shell.css'

const LockScreen = lazy(async () => ({
  default: (await import('../features/lock/lock-screen.tsx')).LockScreen,
}))

/** The window: locked while somebody has to log in, and otherwise the site. */
export function Shell() {
  const hub = useClient()
  const session = useSession()
  useNativeShell()
  useUserLanguage()
  useClearedDesk()
  useEffect(() => keepAwake(hub), [hub])
  if (session?.state !== 'locked') return <Frame />
  return (
    <Suspense fallback={null}>
      <LockScreen session={session} />
    </Suspense>
  )
}

/** Rail, bar, the screen of the route, status. */
function Frame() {
  const { t } = useTranslation('shell')
  const route = useRoute()
  const site = useSite()
  const shortcuts = useShortcuts()
  useEffect(() => {
    if (!site) return
    setTimeZone(site.timeZone)
    document.title = `${site.name} · Laddplan`
  }, [site])

  return (
    <div className="lp-shell">
      <a
        className="lp-skip"
        href="#content"
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('content')?.focus()
        }}
      >
        {t('skip')}
      </a>
      <Rail screen={route.screen} />
      <TopBar />
      <main id="content" tabIndex={-1} className="lp-main">
        <ConnectionBanner />
        <div className="lp-place">
          <Routes route={route} />
        </div>
      </main>
      <StatusBar onShortcuts={shortcuts.open} />
      <Palette onShortcuts={shortcuts.open} />
      <UnlockAtStart />
      <LockWarning />
      <ShortcutsDialog opened={shortcuts.opened} onClose={shortcuts.close} />
    </div>
  )
}
