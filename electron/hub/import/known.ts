import { type Known, knownOf } from '../../../shared/domain/import/known.ts'
import type { Reads } from '../store/reads.ts'

/** What is there now, to find by what a file calls it. */
export async function knownNow(reads: Reads): Promise<Known> {
  const [site] = await reads.find('site', {})
  if (site === undefined) throw new Error('The site is made when the hub starts.')
  return knownOf({
    timeZone: site.timeZone,
    vehicle: await reads.find('vehicle', { archivedAt: null }),
    customer: await reads.find('customer', { archivedAt: null }),
    station: await reads.find('station', { retiredAt: null }),
    connector: await reads.find('connector', {}),
    idToken: await reads.find('idToken', {}),
  })
}
