import { useEffect } from 'react'
import { speakTo } from '../i18n/locale.ts'
import { useSession } from '../live/session-store.ts'

/** Speaks the language of whoever is in, where theirs is set, and this computer's otherwise. */
export function useUserLanguage(): void {
  const language = useSession()?.user?.language ?? null
  useEffect(() => speakTo(language), [language])
}
