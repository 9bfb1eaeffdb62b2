import './screen-tabs.css'

/** A part of a screen, with an address of its own. */
export interface ScreenTab {
  readonly key: string
  readonly href: string
  readonly title: string
  /** How many of what is in it need a hand; nothing is said of none. */
  readonly count?: number
  /** Whether any of them at all is an error of money. */
  readonly isWrong?: boolean
}

/** The parts of a screen as links, the one that is shown marked. */
export function ScreenTabs({
  label,
  tabs,
  here,
}: {
  label: string
  tabs: readonly ScreenTab[]
  here: string
}) {
  return (
    <nav className="lp-tabs" aria-label={label}>
      <ul>
        {tabs.map(({ key, href, title, count = 0, isWrong = false }) => (
          <li key={key}>
            <a href={href} aria-current={key === here ? 'page' : undefined}>
              {title}
              {count > 0 ? (
                <span className="lp-tabs-count" data-wrong={isWrong || undefined}>
                  {count}
                </span>
              ) : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
