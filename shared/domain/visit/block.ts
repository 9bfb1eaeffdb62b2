import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'
import { phoneKey } from '../search/what-typed.ts'
import { plateKey } from '../vehicle/plate-key.ts'

/** What somebody is known by who may not book from a phone. */
export const blockOf = z.enum(['plate', 'phone', 'email'])
export type BlockOf = z.infer<typeof blockOf>

/** What people tell of somebody who may not book from a phone. */
export const blockWords = z.strictObject({
  of: blockOf,
  value: z.string().trim().min(2, 'Give a plate, a phone number or an e-mail address.').max(120),
  reason: z.string().trim().max(200),
})
export type BlockWords = z.infer<typeof blockWords>

/** Somebody who may not book from a phone; whoever is told so learns no reason. */
export const block = z.object({
  id,
  ...blockWords.shape,
  key: z.string().describe('As it is compared'),
  createdBy: z.string(),
  createdAt: instant,
})
export type Block = z.infer<typeof block>

/** How a plate, a phone or an address is compared; empty where there is nothing to compare. */
export function blockKey(of: BlockOf, value: string): string {
  switch (of) {
    case 'plate':
      return plateKey(value)
    case 'phone':
      return phoneKey(value)
    case 'email':
      return value.trim().toLowerCase()
  }
}
