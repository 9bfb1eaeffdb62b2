import { useTranslation } from 'react-i18next'
import { StateDot } from '../../ui/mark/state-dot.tsx'
import type { StationError } from './station-row.ts'
import { useErrorWords } from './use-error-words.ts'
import './stations.css'

/** What the charger reports as wrong, in words. `brief` is for one line of a table: the rest is its title. */
export function ErrorWords({
  errors,
  brief = false,
}: {
  errors: readonly StationError[]
  brief?: boolean
}) {
  const { t } = useTranslation('station')
  const words = useErrorWords()
  if (errors.length === 0) return brief ? <span className="lp-soft">–</span> : null
  const lines = errors.map((error) => {
    if (errors.length === 1 && brief) return words(error)
    if (error.connectorId === 0) return t('error.station', { error: words(error) })
    return t('error.connector', { number: error.connectorId, error: words(error) })
  })
  if (brief) {
    return (
      <span className="lp-error-words" title={lines.join('\n')}>
        {lines.join('; ')}
      </span>
    )
  }
  return (
    <ul className="lp-error-list">
      {lines.map((line) => (
        <li key={line} className="lp-error-words">
          <StateDot state="fault" />
          <span>{line}</span>
        </li>
      ))}
    </ul>
  )
}
