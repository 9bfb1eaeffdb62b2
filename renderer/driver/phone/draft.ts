import type { Input } from '../client/calls.ts'
import { HOUR, type Instant } from '../../../shared/time/instant.ts'
import type { WishForm } from '../wish/wish-form.ts'
import { isObject, keep, kept } from './storage.ts'

/** Who comes, as typed; kept for the next time too. */
export interface Who {
  readonly plate: string
  readonly phone: string
  readonly email: string
}

/** What was sent and not answered yet, exactly as it was sent. */
export type Pending =
  | { readonly name: 'book'; readonly input: Input<'book'> }
  | { readonly name: 'wait'; readonly input: Input<'wait'> }

/** A booking on its way, so that a page that is closed or reloaded goes on where it was. */
export interface Draft {
  readonly wish: WishForm | null
  readonly who: Who
  readonly pending: Pending | null
  readonly at: Instant
}

const NAME = 'draft'
const nobody: Who = { plate: '', phone: '', email: '' }

/** What was being booked here. Wishes are forgotten after half a day, what was sent after two hours; who comes isn't. */
export function keptDraft(now: Instant): Draft {
  const draft = kept(NAME)
  if (!isDraft(draft)) return { wish: null, who: nobody, pending: null, at: now }
  const age = now - draft.at
  return {
    ...draft,
    wish: age < 12 * HOUR ? draft.wish : null,
    pending: age < 2 * HOUR ? draft.pending : null,
  }
}

export function keepDraft(draft: Draft): void {
  keep(NAME, draft)
}

function isDraft(value: unknown): value is Draft {
  return isObject(value) && typeof value['at'] === 'number' && isObject(value['who'])
}
