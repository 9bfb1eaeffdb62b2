import type { Site, SitePatch } from '../../../shared/domain/site/site.ts'

/** The site as it is typed; the limit in kW as text, because it may be half typed. */
export type SiteForm = { name: string; timeZone: string; currency: string; limitKw: string }
export type SiteFlaw = 'name' | 'currency' | 'limit'

/** The form that shows a site. */
export function siteFormOf(site: Site): SiteForm {
  return {
    name: site.name,
    timeZone: site.timeZone,
    currency: site.currency,
    limitKw: site.gridLimitW === null ? '' : String(site.gridLimitW / 1_000),
  }
}

/** A power typed in kW, with point or comma, as W; null when empty, undefined when it is no power. */
export function typedPowerW(typed: string): number | null | undefined {
  const text = typed.trim().replaceAll(/\s/gu, '').replace(',', '.')
  if (text === '') return null
  const powerW = Math.round(Number(text) * 1_000)
  return Number.isFinite(powerW) ? powerW : undefined
}

/** What is wrong with the form; empty when it may be sent. */
export function siteFlaws(form: SiteForm): SiteFlaw[] {
  const flaws: SiteFlaw[] = []
  const name = form.name.trim()
  if (name === '' || name.length > 80) flaws.push('name')
  if (!/^[A-Z]{3}$/.test(form.currency)) flaws.push('currency')
  const limitW = typedPowerW(form.limitKw)
  if (limitW === undefined || (limitW !== null && (limitW < 1_000 || limitW > 100_000_000)))
    flaws.push('limit')
  return flaws
}

/** Only what differs from the site, so that another desk's change of the rest is left alone. */
export function sitePatchOf(form: SiteForm, site: Site): SitePatch {
  const gridLimitW = typedPowerW(form.limitKw) ?? null
  const name = form.name.trim()
  return {
    ...(name === site.name ? {} : { name }),
    ...(form.timeZone === site.timeZone ? {} : { timeZone: form.timeZone }),
    ...(form.currency === site.currency ? {} : { currency: form.currency }),
    ...(gridLimitW === site.gridLimitW ? {} : { gridLimitW }),
  }
}
