import type { User } from '../../../../shared/domain/user/user.ts'
import type { Role } from '../../../../shared/domain/user/role.ts'
import type { PayingHub } from '../../payment/test-bench/paying-hub.ts'

/** Somebody who is logged in at a hub by REST. */
export interface Colleague {
  readonly user: User
  readonly pin: string
  /** Makes a call theirs. */
  readonly as: Record<string, string>
}

/** A hub as far as people ask it by REST. */
type Asked = Pick<PayingHub, 'post' | 'face'>

/** Adds somebody, and logs them in. The first has to supervise. */
export async function colleague(hub: Asked, name: string, role: Role): Promise<Colleague> {
  const pin = '294715'
  const { body: user } = await hub.post<User>('/users', { name, role, pin })
  const { body } = await hub.post<{ token: string }>('/session', { userId: user.id, pin })
  return { user, pin, as: { 'Laddplan-Session': body.token } }
}

/** Has a supervisor agree to an act of somebody else. */
export async function approval(
  hub: Asked,
  { user, pin }: Colleague,
  doer: Colleague,
  act: unknown,
): Promise<string> {
  const asked = { userId: user.id, pin, act }
  const { body } = await hub.face.ask<{ approvalId: string }>(
    ...(['POST', '/session/approve', asked, doer.as] as const),
  )
  return body.approvalId
}
