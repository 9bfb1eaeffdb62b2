import { useEffect, useState } from 'preact/hooks'
import { goInstead } from './address/use-where.ts'
import { visitPath } from './address/where.ts'
import { LinkButton } from './parts/button.tsx'
import { Frame, type Tongue } from './parts/frame.tsx'
import { Headline } from './parts/headline.tsx'
import { ownVisits } from './phone/own-visits.ts'
import { saysOf, Speech, useSays } from './words/words.ts'

/** Where Stripe sends payers back to. It knows of no visit: this phone does. */
export function BackPage({ slug, tongue }: { slug: string; tongue: Tongue }) {
  const [token] = useState(latestToken)
  useEffect(() => {
    if (token !== undefined) goInstead(visitPath(token), { cameBack: true })
  }, [token])
  return (
    <Speech.Provider value={saysOf(tongue.language, 'UTC')}>
      <Frame name="Laddplan" home={`/${slug}`} tongue={tongue}>
        {token === undefined && <Said of="back" home={`/${slug}`} />}
      </Frame>
    </Speech.Provider>
  )
}

/** For an address that nothing is at, and for a link that opens nothing. */
export function NoPage({
  of = 'noPage',
  home = null,
  tongue,
}: {
  of?: 'noPage' | 'gone'
  home?: string | null
  tongue: Tongue
}) {
  return (
    <Speech.Provider value={saysOf(tongue.language, 'UTC')}>
      <Frame name="Laddplan" home={home} tongue={tongue}>
        <Said of={of} home={home} />
      </Frame>
    </Speech.Provider>
  )
}

function Said({ of, home }: { of: 'back' | 'noPage' | 'gone'; home: string | null }) {
  const { trouble, common } = useSays().words
  const title = trouble[`${of}Title`]
  return (
    <section class="nothing">
      <Headline title={title}>{title}</Headline>
      <p>{trouble[`${of}Says`]}</p>
      {home !== null && <LinkButton href={home}>{common.toSite}</LinkButton>}
    </section>
  )
}

function latestToken(): string | undefined {
  return ownVisits(Date.now())[0]?.token
}
