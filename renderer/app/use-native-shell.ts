import { spotlight } from '@mantine/spotlight'
import { useEffect } from 'react'
import { useLocale } from '../i18n/locale.ts'
import { mayNow } from '../live/session-store.ts'
import { shell } from '../live/shell.ts'
import { navigate } from '../navigation/use-route.ts'

/** Lets the native menus act in this window, and puts them in its language. */
export function useNativeShell(): void {
  const language = useLocale((locale) => locale.language)
  useEffect(() => shell()?.setLanguage(language), [language])
  useEffect(
    () =>
      shell()?.onMenuCommand((command) => {
        if (!mayNow('look')) return
        if (command === 'palette') spotlight.open()
        else navigate({ screen: 'settings' })
      }),
    [],
  )
}
