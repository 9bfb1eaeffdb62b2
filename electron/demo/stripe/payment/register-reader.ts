import type { Stripe } from 'stripe'
import { invalid } from '../http/refused.ts'
import { find } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'
import { mergedMetadata } from './metadata.ts'

type DeviceType = Stripe.Terminal.Reader.DeviceType

/** Simulated readers by the code that registers them (Stripe documentation, "Use a simulated reader"). */
const simulated: Record<string, DeviceType> = {
  'simulated-wpe': 'simulated_wisepos_e',
  'simulated-s700': 'simulated_stripe_s700',
  'simulated-s710': 'simulated_stripe_s710',
}

/**
 * Registers a reader with the code that it shows: three words, or a simulated one's code.
 * @throws Refused for another code
 */
export function registerReader(
  scene: Scene,
  params: Stripe.Terminal.ReaderCreateParams,
): Stripe.Terminal.Reader {
  const code = params.registration_code
  const isReal = /^[a-z]+-[a-z]+-[a-z]+$/.test(code)
  const deviceType = scene.world.livemode ? undefined : simulated[code]
  if (deviceType === undefined && !isReal) {
    throw invalid(`No such registration code: '${code}'`, { param: 'registration_code' })
  }
  if (params.location !== undefined) find(scene, 'terminal.location', params.location, 'location')
  const id = scene.newId('tmr')
  const reader: Stripe.Terminal.Reader = {
    id,
    object: 'terminal.reader',
    action: null,
    device_sw_version: null,
    device_type: deviceType ?? 'bbpos_wisepos_e',
    ip_address: '0.0.0.0',
    label: params.label ?? id,
    last_seen_at: scene.now,
    livemode: scene.world.livemode,
    location: params.location ?? null,
    metadata: mergedMetadata({}, params.metadata),
    serial_number: id.slice(4, 20),
    status: 'online',
  }
  scene.world.tables['terminal.reader'][id] = reader
  return reader
}

/**
 * Writes down a place that readers stand at.
 * @throws Refused without a name and an address
 */
export function newLocation(
  scene: Scene,
  params: Stripe.Terminal.LocationCreateParams,
): Stripe.Terminal.Location {
  const { address, display_name: name } = params
  if (address === undefined || name === undefined) {
    const param = name === undefined ? 'display_name' : 'address'
    throw invalid(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
  }
  const location: Stripe.Terminal.Location = {
    id: scene.newId('tml'),
    object: 'terminal.location',
    address: {
      city: address.city ?? null,
      country: address.country,
      line1: address.line1 ?? null,
      line2: address.line2 ?? null,
      postal_code: address.postal_code ?? null,
      state: address.state ?? null,
    },
    display_name: name,
    livemode: scene.world.livemode,
    metadata: mergedMetadata({}, params.metadata),
  }
  scene.world.tables['terminal.location'][location.id] = location
  return location
}
