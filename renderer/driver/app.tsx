import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { First } from '../../shared/contract/driver/first.ts'
import type { VisitView } from '../../shared/domain/visit/visit-view.ts'
import { goTo, useWhere } from './address/use-where.ts'
import { visitPath } from './address/where.ts'
import { BackPage, NoPage } from './back-page.tsx'
import type { Tongue } from './parts/frame.tsx'
import { chooseLanguage, chosenLanguage } from './phone/language-choice.ts'
import { SitePage } from './site/site-page.tsx'
import { VisitPage } from './visit/visit-page.tsx'
import type { Language } from './words/language.ts'

/** The page at whichever of its addresses. @param first what the hub wrote into it, of the address it was loaded at */
export function App({ first }: { first: First | null }) {
  const where = useWhere()
  const [language, setLanguage] = useState<Language>(chosenLanguage)
  const bookedRef = useRef<{ readonly token: string; readonly view: VisitView } | null>(null)
  const [loadedAt] = useState(location.pathname)
  const tongue = useMemo<Tongue>(
    () => ({
      language,
      onChoose: (chosen) => {
        chooseLanguage(chosen)
        setLanguage(chosen)
      },
    }),
    [language],
  )
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])

  switch (where.page) {
    case 'site':
      return (
        <SitePage
          first={first?.site ?? null}
          place={where.place}
          tongue={tongue}
          onBooked={(token, view) => {
            bookedRef.current = { token, view }
            goTo(visitPath(token), { pays: true })
          }}
        />
      )
    case 'visit': {
      const { token } = where
      const known = bookedRef.current?.token === token ? bookedRef.current.view : null
      const isFirst = loadedAt === visitPath(token)
      const told = isFirst ? (first?.visit ?? null) : null
      const home = first === null || first.slug === '' ? null : `/${first.slug}`
      // What the hub has said already isn't asked again: wrong links are counted.
      if (isFirst && first?.error === 'NO_SUCH_VISIT')
        return <NoPage of="gone" home={home} tongue={tongue} />
      return (
        <VisitPage
          key={token}
          {...{ token, home, tongue }}
          first={known ?? told}
          takesFocus={!isFirst}
        />
      )
    }
    case 'back':
      return <BackPage slug={where.slug} tongue={tongue} />
    case 'nowhere':
      return <NoPage tongue={tongue} />
  }
}
