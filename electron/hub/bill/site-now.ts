import type { Site } from '../../../shared/domain/site/site.ts'
import type { Writes } from '../store/writes.ts'

/** The site, by whose clock and in whose currency bills are made. */
export function siteNow(tx: Writes): Site {
  const [site] = tx.find('site', {})
  if (site === undefined) throw new Error('The site is made when the hub starts.')
  return site
}
