import type { VisitRefusal } from '../../../shared/domain/visit/refusal.ts'
import type { VisitOffer } from '../../../shared/domain/visit/site-view.ts'

/**
 * Why a call came to nothing. `unreachable`: no answer came at all, so an act may have been done or not; all the others
 * are the hub's word that nothing was done.
 */
export type Failure =
  | {
      readonly kind: 'refused'
      readonly refusals: readonly VisitRefusal[]
      readonly offers: readonly VisitOffer[]
    }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'tooMany'; readonly waitMs: number }
  | { readonly kind: 'notWritable' }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'broken' }

/** What an answer that is no success says. @param retryAfter the header, seconds @param body as it was parsed */
export function failureOf(status: number, retryAfter: string | null, body: unknown): Failure {
  if (status === 409 && isRefusal(body)) {
    const { refusals, offers = [] } = body.data
    return { kind: 'refused', refusals, offers }
  }
  if (status === 401 || status === 404 || status === 410) return { kind: 'gone' }
  if (status === 429) {
    const seconds = Number(retryAfter)
    return { kind: 'tooMany', waitMs: seconds > 0 ? seconds * 1_000 : 5_000 }
  }
  // A proxy says so of a hub that is down; whether it had passed the call on isn't known.
  if (status === 408 || status === 502 || status === 504) return { kind: 'unreachable' }
  if (status === 503) return { kind: isOwn(body) ? 'notWritable' : 'unreachable' }
  return { kind: status >= 500 ? 'broken' : 'invalid' }
}

interface RefusalBody {
  readonly data: { readonly refusals: VisitRefusal[]; readonly offers?: VisitOffer[] }
}

/** The boundary: the hub holds its answers to the contract, and this page is served by the same hub. */
function isRefusal(body: unknown): body is RefusalBody {
  if (!isObject(body) || !isObject(body['data'])) return false
  return Array.isArray(body['data']['refusals'])
}

function isOwn(body: unknown): boolean {
  return isObject(body) && body['code'] === 'NOT_WRITABLE'
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
