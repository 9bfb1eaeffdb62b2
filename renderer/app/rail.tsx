import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayAll } from '../live/session-store.ts'
import { useRows } from '../live/use-live.ts'
import type { Screen } from '../navigation/route.ts'
import { hrefOf } from '../navigation/use-route.ts'
import { placesFor } from './places.ts'
import './rail.css'

/** The places of the window, icon over word. Tab reaches it once; the arrows walk it. */
export function Rail({ screen }: { screen: Screen }) {
  const { t } = useTranslation('shell')
  const waiting = useRows('candidate').filter((candidate) => candidate.state === 'waiting').length
  const places = placesFor(useMayAll())
  const list = useRef<HTMLUListElement>(null)

  const keys = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const links = [...(list.current?.querySelectorAll('a') ?? [])]
    const at = links.findIndex((link) => link === document.activeElement)
    links.at((at + step) % links.length)?.focus()
  }
  return (
    <nav className="lp-rail" aria-label={t('rail.label')}>
      <ul ref={list} onKeyDown={keys}>
        {places.map((place) => {
          const here = place.screens.includes(screen)
          const Icon = place.icon
          const calls = place.name === 'adoption' && waiting > 0
          return (
            <li key={place.name}>
              <a
                href={hrefOf(place.route)}
                aria-current={here ? 'page' : undefined}
                tabIndex={here ? 0 : -1}
              >
                <Icon size={22} stroke={1.6} aria-hidden="true" />
                <span className="lp-rail-word">{t(`rail.${place.name}`)}</span>
                {calls ? (
                  <span
                    className="lp-rail-count"
                    role="img"
                    aria-label={t('rail.waiting', { count: waiting })}
                  >
                    {waiting}
                  </span>
                ) : null}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
