import type { Site, SitePatch } from '../../../shared/domain/site/site.ts'

/** The site as it is typed. */
export type SiteForm = { name: string; timeZone: string; currency: string }
export type SiteFlaw = 'name' | 'currency'

/** The form that shows a site. */
export function siteFormOf(site: Site): SiteForm {
  return {
    name: site.name,
    timeZone: site.timeZone,
    currency: site.currency,
  }
}

/** What is wrong with the form; empty when it may be sent. */
export function siteFlaws(form: SiteForm): SiteFlaw[] {
  const flaws: SiteFlaw[] = []
  const name = form.name.trim()
  if (name === '' || name.length > 80) flaws.push('name')
  if (!/^[A-Z]{3}$/.test(form.currency)) flaws.push('currency')
  return flaws
}

/** Only what differs from the site, so that another desk's change of the rest is left alone. */
export function sitePatchOf(form: SiteForm, site: Site): SitePatch {
  const name = form.name.trim()
  return {
    ...(name === site.name ? {} : { name }),
    ...(form.timeZone === site.timeZone ? {} : { timeZone: form.timeZone }),
    ...(form.currency === site.currency ? {} : { currency: form.currency }),
  }
}
