import type { Id } from '../../../shared/domain/id/id.ts'
import type { Visit } from '../../../shared/domain/visit/visit.ts'
import { sameSecret } from '../secret/key.ts'
import { namedBy, rowToken } from '../secret/row-token.ts'
import type { Lookups } from '../store/reads.ts'

/**
 * What stands in a visit's link: which it is, and 160 bits of proof that this hub told it. It is worked out from the hub's
 * secret whenever it is needed, so no row and no log has it, and a copy of the database opens nothing.
 */
export function visitToken(
  hubSecret: string,
  { id, generation }: Pick<Visit, 'id' | 'generation'>,
): string {
  return rowToken(hubSecret, id, `visit\0${id}\0${generation}`)
}

/** The visit that a token opens; undefined when it opens none, or none any more. */
export function visitOf(
  tx: Lookups & { readonly now: number },
  hubSecret: string,
  token: string,
): Visit | undefined {
  const id: Id | null = namedBy(token)
  const visit = id === null ? undefined : tx.get('visit', id)
  // Reckoned in any case, so that the time tells nothing of whether there is such a visit.
  const told = visitToken(hubSecret, visit ?? { id: id ?? '', generation: 0 })
  const isIts = sameSecret(told, token)
  return visit !== undefined && isIts && visit.expiresAt > tx.now ? visit : undefined
}

/** Where a visit lies. @param origin of the driver's page, such as https://charge.example.com */
export function visitUrl(origin: string, token: string): string {
  return `${origin}/b/${token}`
}
