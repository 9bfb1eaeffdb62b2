import { expect, test } from 'vitest'
import { siteView, visitOffer } from '../../../shared/domain/visit/site-view.ts'
import { visitView } from '../../../shared/domain/visit/visit-view.ts'
import { HOUR } from '../../../shared/time/instant.ts'
import { offersAt, siteNamed } from './sites.ts'
import { visits } from './visits.ts'

const now = Date.parse('2026-03-02T15:20Z')

test('the stand-in’s sites, offers and visits are ones that the contract lets through', () => {
  for (const name of ['charge', 'full', 'lots', 'bare', 'closed', 'empty', 'desk', 'both']) {
    const site = siteNamed(name, now)
    expect(siteView.parse(site)).toEqual(site)
    for (const offer of offersAt(site, { arrivesFrom: now, departsBy: now + 9 * HOUR }))
      expect(visitOffer.parse(offer)).toEqual(offer)
  }
  for (const [name, make] of Object.entries(visits))
    expect([name, visitView.safeParse(make(now)).error?.issues]).toEqual([name, undefined])
})
