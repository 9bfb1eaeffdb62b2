import type { Site, SitePatch } from '../../../shared/domain/site/site.ts'
import { kiloText, typedKilo } from '../../ui/typed-kilo.ts'

/** The site as it is typed; the limit in kW as text, because it may be half typed. */
export type SiteForm = { name: string; timeZone: string; currency: string; limitKw: string }
export type SiteFlaw = 'name' | 'currency' | 'limit'

/** The form that shows a site. */
export function siteFormOf(site: Site): SiteForm {
  return {
    name: site.name,
    timeZone: site.timeZone,
    currency: site.currency,
    limitKw: kiloText(site.gridLimitW),
  }
}

/** What is wrong with the form; empty when it may be sent. */
export function siteFlaws(form: SiteForm): SiteFlaw[] {
  const flaws: SiteFlaw[] = []
  const name = form.name.trim()
  if (name === '' || name.length > 80) flaws.push('name')
  if (!/^[A-Z]{3}$/.test(form.currency)) flaws.push('currency')
  const limitW = typedKilo(form.limitKw)
  if (limitW === undefined || (limitW !== null && (limitW < 1_000 || limitW > 100_000_000)))
    flaws.push('limit')
  return flaws
}

/** Only what differs from the site, so that another desk's change of the rest is left alone. */
export function sitePatchOf(form: SiteForm, site: Site): SitePatch {
  const gridLimitW = typedKilo(form.limitKw) ?? null
  const name = form.name.trim()
  return {
    ...(name === site.name ? {} : { name }),
    ...(form.timeZone === site.timeZone ? {} : { timeZone: form.timeZone }),
    ...(form.currency === site.currency ? {} : { currency: form.currency }),
    ...(gridLimitW === site.gridLimitW ? {} : { gridLimitW }),
  }
}
