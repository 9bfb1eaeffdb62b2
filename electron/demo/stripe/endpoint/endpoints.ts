import type { Requests } from '../schema/roots.ts'
import { account } from './account.ts'
import { charges } from './charges.ts'
import { checkoutSessions } from './checkout-sessions.ts'
import { disputes } from './disputes.ts'
import type { Endpoint, Endpoints } from './endpoint.ts'
import { paymentIntents } from './payment-intents.ts'
import { paymentRecords } from './payment-records.ts'
import { refunds } from './refunds.ts'
import { terminal } from './terminal.ts'

/** Every endpoint that the double has; the type sees to it that none is forgotten. */
const endpoints: Endpoints<keyof Requests> = {
  ...account,
  ...charges,
  ...checkoutSessions,
  ...disputes,
  ...paymentIntents,
  ...paymentRecords,
  ...refunds,
  ...terminal,
}

/** The endpoint of a name. */
export function endpointOf<Name extends keyof Requests>(name: Name): Endpoint<Name> {
  return endpoints[name]
}

const routes = Object.keys(endpoints).map((name) => {
  const [method = '', path = ''] = name.split(' ')
  return { name, method, parts: path.split('/') }
})

/** The endpoint that a method and a path without its query lead to; null when none is there. */
export function route(method: string, path: string): { name: keyof Requests; id: string } | null {
  const parts = path.split('/')
  const fits = routes.filter(
    (each) =>
      each.method === method &&
      each.parts.length === parts.length &&
      each.parts.every((part, at) => part === ':id' || part === parts[at]),
  )
  // `search` is no id: what is spelled out goes before what stands for anything.
  const [best] = fits.sort((a, b) => a.parts.indexOf(':id') - b.parts.indexOf(':id'))
  if (best === undefined || !isName(best.name)) return null
  const at = best.parts.indexOf(':id')
  return { name: best.name, id: at < 0 ? '' : decodeURIComponent(parts[at] ?? '') }
}

function isName(name: string): name is keyof Requests {
  return Object.hasOwn(endpoints, name)
}
