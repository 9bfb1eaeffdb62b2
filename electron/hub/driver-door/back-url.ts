import type { DriverDoor } from './door.ts'

/**
 * Where Stripe's page sends a payer back to: the site's own page, which finds the visit among those of that phone. No link
 * of a visit is ever told to Stripe. Null while phones can't come in.
 */
export function backUrl(door: Pick<DriverDoor, 'state'> | undefined): string | null {
  const [siteUrl] = door?.state().urls ?? []
  return siteUrl === undefined ? null : `${siteUrl}/back`
}
