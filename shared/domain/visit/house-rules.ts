import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'

const minutes = (least: number, most: number) => z.int().min(least).max(most)

/** What people may change of the house rules. */
export const houseRulesWords = z.strictObject({
  takesNow: z.boolean().describe('Drivers may begin to charge at once'),
  takesAhead: z.boolean().describe('Drivers may book a window beforehand'),
  takesWaiting: z.boolean().describe('Drivers may wait in line where nothing is free'),
  paysOnline: z.boolean().describe('On Stripe’s page while booking: card, Swish, wallets'),
  paysAtDesk: z.boolean().describe('At the desk; such a booking is promised without money'),
  depositPct: z
    .int()
    .min(0)
    .max(100)
    .describe('What part of the price is paid while booking; the rest when the stay is over'),
  leadMin: minutes(0, 10_080).describe('A window is booked at least so long before it begins'),
  aheadDays: z.int().min(1).max(31).describe('A window is booked at most so many days ahead'),
  leastStayMin: minutes(5, 1_440),
  mostStayMin: minutes(15, 10_080),
  holdMin: minutes(5, 120).describe('For so long a place is held while its driver pays'),
  claimMin: minutes(5, 240).describe('For so long a place is held for who was next in line'),
  cancelFreeMin: minutes(0, 10_080).describe(
    'Until so long before the arrival cancelling is free; later it costs what not coming costs by the tariff',
  ),
  lateMin: minutes(0, 720).describe('So much later a driver may say that the car comes'),
  mostOpen: z
    .int()
    .min(1)
    .max(20)
    .describe('So many visits of one plate, phone or e-mail may be open at once'),
  noticeEn: z.string().trim().max(500).describe('Shown on the page in English'),
  noticeSv: z.string().trim().max(500).describe('Shown on the page in Swedish'),
})
export type HouseRulesWords = z.infer<typeof houseRulesWords>

/** What the site takes in from phones without a person, one row. */
export const houseRules = z.object({
  id: z.literal('houseRules'),
  ...houseRulesWords.shape,
  updatedAt: instant,
})
export type HouseRules = z.infer<typeof houseRules>

/** What a site begins with. */
export const firstHouseRules: HouseRulesWords = {
  takesNow: true,
  takesAhead: true,
  takesWaiting: true,
  paysOnline: true,
  paysAtDesk: false,
  depositPct: 100,
  leadMin: 0,
  aheadDays: 7,
  leastStayMin: 15,
  mostStayMin: 1_440,
  holdMin: 15,
  claimMin: 15,
  cancelFreeMin: 60,
  lateMin: 60,
  mostOpen: 3,
  noticeEn: '',
  noticeSv: '',
}
