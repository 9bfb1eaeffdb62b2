import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'
import { role } from './role.ts'

/** Who else stands in the journal as who did it; nobody may be mistaken for one of them. */
const reserved = new Set(['api', 'hub', 'desk', 'charger', 'stripe'])

/** How the same name is known again: without case, spelled in one way (Unicode NFKC), each space once. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
}

function isReserved(name: string): boolean {
  const [first = ''] = nameKey(name).split(' ')
  return reserved.has(nameKey(name)) || first === 'charger'
}

/** A user's name as the journal has it. It is theirs for ever, so it is given once. */
export const userName = z
  .string()
  .trim()
  .min(1, 'Give a name.')
  .max(60)
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u, 'Use letters that can be seen.')
  .refine((name) => !isReserved(name), 'That name stands for a machine in the journal.')

/** One who works at the site. PINs lie elsewhere, and no desk ever holds one. */
export const user = z.object({
  id,
  name: userName,
  role,
  language: z.enum(['en', 'sv']).nullable().describe('Null: as the machine has it'),
  archivedAt: instant.nullable().describe('Set when they don’t work here any more'),
  createdAt: instant,
  updatedAt: instant,
})
export type User = z.infer<typeof user>
