import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useClient, useRow } from '../../live/use-live.ts'
import { useQuery } from '../../live/use-query.ts'

/** What is not real here: nothing at all at a practice site, no money with a test key. Null where all is. */
function useMode(): 'practice' | 'test' | null {
  const hub = useClient()
  const info = useQuery('hub.info', (signal) => hub.hub.info(undefined, { signal }))
  const mode = useRow('stripeAccount', 'stripe')?.mode
  if (info.data?.demo === true || mode === 'practice') return 'practice'
  return mode === 'test' ? 'test' : null
}

/**
 * Says in words that no money moves, where a mistake would be dear, and from further away by a striped edge along the
 * window's top.
 */
export function ModeMark() {
  const { t } = useTranslation('shell')
  const mode = useMode()
  if (mode === null) return null
  return (
    <>
      {createPortal(<div className="lp-mode-edge" aria-hidden="true" />, document.body)}
      <span className="lp-bar-mode" title={t(`mode.${mode}Title`)}>
        <strong>{t(`mode.${mode}`)}</strong>
        <span className="lp-bar-mode-more">{t(`mode.${mode}More`)}</span>
      </span>
    </>
  )
}
