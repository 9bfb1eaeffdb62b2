import type { Site } from '../../../shared/domain/site/site.ts'
import type { Lookups } from '../store/reads.ts'

/** The site as a unit of work finds it; it has one from the first start of a hub on. */
export function siteNow(lookups: Lookups): Site {
  const [site] = lookups.find('site', {})
  if (site === undefined) throw new Error('The site is made when the hub starts.')
  return site
}
