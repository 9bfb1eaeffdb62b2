import { MessageChannel } from 'node:worker_threads'
import { createORPCClient, isDefinedError, ORPCError, safe } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { WebSocket } from 'ws'
import type { Contract } from '../../../../shared/contract/contract.ts'
import { type Role, role } from '../../../../shared/domain/user/role.ts'
import type { User } from '../../../../shared/domain/user/user.ts'
import { deskPorts } from '../../rpc/desk-port.ts'
import { restFace, type RestFace } from '../../rpc/test-bench/rest-face.ts'
import { hashPin } from '../pin-hash.ts'
import { addUser } from '../users.ts'

export type Client = ContractRouterClient<Contract>

/** Each one's PIN; nothing else in a test has these digits. */
export const pins: Readonly<Record<Role, string>> = {
  viewer: '70318842',
  attendant: '61907753',
  operator: '52896614',
  accountant: '43785525',
  supervisor: '94674406',
}

/** Each one's name. */
export const names: Readonly<Record<Role, string>> = {
  viewer: 'Vera',
  attendant: 'Alex',
  operator: 'Omar',
  accountant: 'Asta',
  supervisor: 'Sven',
}

/** Something that asks, and how it hangs up. */
export interface Asking {
  readonly client: Client
  hangUp(): void
}

/** A window, asking over a MessagePort. */
export function windowOf({ router, sessions }: Pick<RestFace, 'router' | 'sessions'>): Asking {
  const { port1, port2 } = new MessageChannel()
  deskPorts(router, sessions).serve(port1)
  port2.start()
  return { client: createORPCClient(new PortLink({ port: port2 })), hangUp: () => port2.close() }
}

/** A program on a WebSocket. @param query such as `?as=desk` */
export async function socketOf({ url, token }: RestFace, query = ''): Promise<Asking> {
  const websocket = new WebSocket(`${url.replace('http', 'ws')}/api/rpc${query}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  await new Promise((resolve, reject) => {
    websocket.once('open', resolve)
    websocket.once('error', reject)
  })
  // The `ws` package's sockets are as those of browsers, but for their types.
  const asInBrowser = websocket as unknown as globalThis.WebSocket
  return {
    client: createORPCClient(new SocketLink({ websocket: asInBrowser })),
    hangUp: () => websocket.close(),
  }
}

export interface StaffedSite {
  readonly face: RestFace
  readonly users: Readonly<Record<Role, User>>
  close(): Promise<void>
}

/** A site where one of each role works. */
export async function staffedSite(now?: number): Promise<StaffedSite> {
  const face = await restFace(now)
  // The first has to be the supervisor.
  const supervisor = await hire(face, 'supervisor')
  const others = role.options.filter((each) => each !== 'supervisor')
  const hired = await Promise.all(others.map((each) => hire(face, each)))
  const users = Object.fromEntries([supervisor, ...hired].map((user) => [user.role, user]))
  return { face, users: users as Record<Role, User>, close: () => face.close() } // one of each
}

/** Adds a user whose PIN is looked at in no time: what it costs is another test's. */
async function hire({ store, newId, secret }: RestFace, as: Role): Promise<User> {
  const id = newId()
  const pinHash = await hashPin(secret, id, pins[as], { log2N: 1, r: 1, p: 1 })
  const wish = { id, name: names[as], role: as, language: null, pinHash }
  const hired = await store.work('test', (tx) => addUser(tx, wish))
  if (hired.kind !== 'done') throw new Error(`${as}: ${JSON.stringify(hired)}`)
  return hired.user
}

/** A window where one of that role is in. */
export async function windowAs({ face, users }: StaffedSite, as: Role): Promise<Asking> {
  const window = windowOf(face)
  await window.client.session.logIn({ userId: users[as].id, pin: pins[as] })
  return window
}

/** A program on a WebSocket that began like a window, where one of that role is in. */
export async function socketAs({ face, users }: StaffedSite, as: Role): Promise<Asking> {
  const socket = await socketOf(face, '?as=desk')
  await socket.client.session.logIn({ userId: users[as].id, pin: pins[as] })
  return socket
}

/** What an asker is told in the place of an answer: the refusal's code and data; null where it was answered. */
export async function refused(
  asked: Promise<unknown>,
): Promise<{ code: string; status: number; data: unknown; defined: boolean } | null> {
  const { error } = await safe(asked)
  if (error === null) return null
  if (!(error instanceof ORPCError)) throw error
  const { code, status, data } = error
  return { code, status, data, defined: isDefinedError(error) }
}
