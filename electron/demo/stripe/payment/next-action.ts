import type { Stripe } from 'stripe'
import { plan } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'
import { tell } from '../world/tell.ts'

/** How long a Swish payment waits for its holder (Stripe documentation, "Swish payments"). */
const SWISH_MS = 3 * 60_000

/** Sends the card's holder to a page of the bank. */
export function askHolder(scene: Scene, intent: Stripe.PaymentIntent): void {
  const url = `${scene.pages}/3ds/${intent.id}`
  const returnUrl = scene.world.returnUrls[intent.id] ?? null
  intent.status = 'requires_action'
  intent.next_action = { type: 'redirect_to_url', redirect_to_url: { return_url: returnUrl, url } }
  tell(scene, 'payment_intent.requires_action', intent)
}

/** Shows a code that is paid in Swish. */
export function askSwish(scene: Scene, intent: Stripe.PaymentIntent): void {
  const url = `${scene.pages}/swish/${intent.id}`
  const expiresAt = scene.now + SWISH_MS
  intent.status = 'requires_action'
  intent.next_action = {
    type: 'swish_handle_redirect_or_display_qr_code',
    swish_handle_redirect_or_display_qr_code: {
      hosted_instructions_url: url,
      mobile_auth_url: url,
      qr_code: {
        data: url,
        expires_at: Math.floor(expiresAt / 1000),
        image_url_png: `${url}/qr.png`,
        image_url_svg: `${url}/qr.svg`,
      },
    },
  }
  plan(scene, expiresAt, 'swish-expires', intent.id)
  tell(scene, 'payment_intent.requires_action', intent)
}
