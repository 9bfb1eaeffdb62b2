import type { Site } from '../../../../shared/domain/site/site.ts'
import type { BookingTerms } from '../../../../shared/domain/site/booking-terms.ts'
import type { Writes } from '../../store/writes.ts'

/** The site, whose terms bookings live by. */
export function siteTerms(tx: Writes): Site {
  const [site] = tx.find('site', {})
  if (site === undefined) throw new Error('The site is made when the hub starts.')
  return site
}

export type StayTerms = Pick<BookingTerms, 'turnaroundMin' | 'walkUpStayMin'>

/** Of the site's terms those that each start of a charge asks for; the whole site takes longer to read. */
export function stayTerms(tx: Writes): StayTerms {
  const [row] = tx.sql('select turnaroundMin, walkUpStayMin from site', [])
  return {
    turnaroundMin: Number(row?.['turnaroundMin'] ?? 0),
    walkUpStayMin: Number(row?.['walkUpStayMin'] ?? 0),
  }
}
