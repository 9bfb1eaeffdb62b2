import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * Takes what was sent to the webhook, by its body to the byte and its signature. `taken` it is on disk; `refused` it is
 * not Stripe's; `notNow` it is to be sent again.
 */
export type WebhookReader = (
  body: Buffer,
  signature: string,
) => Promise<'taken' | 'refused' | 'notNow'>

/** Where Stripe sends events. */
export const WEBHOOK_PATH = '/stripe/webhook'

/** The largest body, bytes: an event has one object in it. */
const LARGEST_BODY = 256 * 1024

/** One answer for each outcome, whatever was wrong: who forges events learns nothing from it. */
const answers = {
  taken: [200, '{"received":true}'],
  refused: [400, '{"message":"That is no event for this site that Stripe has signed just now."}'],
  notNow: [503, '{"message":"The event can’t be taken in just now. Send it again later."}'],
  tooLarge: [413, '{"message":"The body is too large: at most 256 KiB are taken."}'],
  notPost: [405, '{"message":"Events are sent with POST."}'],
} as const

/** Answers Stripe: it has no token, its signature is what counts (Stripe documentation, "Verify webhook signatures"). */
export async function serveWebhook(
  request: IncomingMessage,
  response: ServerResponse,
  take: WebhookReader,
): Promise<void> {
  const outcome = await outcomeOf(request, take)
  const [status, text] = answers[outcome]
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(outcome === 'notPost' ? { allow: 'POST' } : {}),
    // What of the body is still to come is not read.
    ...(outcome === 'tooLarge' ? { connection: 'close' } : {}),
  })
  response.end(text)
}

async function outcomeOf(
  request: IncomingMessage,
  take: WebhookReader,
): Promise<keyof typeof answers> {
  if (request.method !== 'POST') return 'notPost'
  const body = await bodyOf(request)
  if (body === null) return 'tooLarge'
  const signature = request.headers['stripe-signature']
  return typeof signature === 'string' ? take(body, signature) : 'refused'
}

/** The body to the byte; null where it is too large. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) return null
  const parts: Buffer[] = []
  let length = 0
  // Left before its end, the request would be destroyed, and nobody be answered.
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(part)) continue
    length += part.length
    if (length > LARGEST_BODY) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}
