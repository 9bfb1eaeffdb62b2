import { page } from '../http/list.ts'
import { invalid } from '../http/refused.ts'
import { mergedMetadata } from '../payment/metadata.ts'
import {
  ask,
  cancelAction,
  confirmCollected,
  failAction,
  intentForReader,
  presentCard,
} from '../payment/reader.ts'
import { chargeToRefund } from '../payment/refund.ts'
import { newLocation, registerReader } from '../payment/register-reader.ts'
import { cardOf } from '../world/instrument.ts'
import { find, idOf } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'
import type { Endpoints, Under } from './endpoint.ts'

const READ = 'rak_terminal_reader_read'
const WRITE = 'rak_terminal_reader_write'
const READ_PLACE = 'rak_terminal_location_read'
const WRITE_PLACE = 'rak_terminal_location_write'

export const terminal: Endpoints<Under<'/v1/terminal'> | Under<'/v1/test_helpers/terminal'>> = {
  'GET /v1/terminal/locations': {
    right: READ_PLACE,
    run: ({ world }, params) =>
      page(
        Object.values(world.tables['terminal.location']),
        params,
        '/v1/terminal/locations',
        'location',
      ),
  },
  'POST /v1/terminal/locations': { right: WRITE_PLACE, run: newLocation },
  'GET /v1/terminal/locations/:id': {
    right: READ_PLACE,
    run: (scene, _, id) => find(scene, 'terminal.location', id, 'location'),
  },
  'DELETE /v1/terminal/locations/:id': {
    right: WRITE_PLACE,
    run: (scene, _, id) => {
      find(scene, 'terminal.location', id, 'location')
      delete scene.world.tables['terminal.location'][id]
      return { id, object: 'terminal.location', deleted: true }
    },
  },
  'GET /v1/terminal/readers': {
    right: READ,
    run: (scene, params) => {
      const all = readers(scene).filter(
        (each) =>
          (params.device_type === undefined || each.device_type === params.device_type) &&
          (params.location === undefined || idOf(each.location) === params.location) &&
          (params.serial_number === undefined || each.serial_number === params.serial_number) &&
          (params.status === undefined || each.status === params.status),
      )
      return page(all, params, '/v1/terminal/readers', 'terminal.reader')
    },
  },
  'POST /v1/terminal/readers': { right: WRITE, run: registerReader },
  'GET /v1/terminal/readers/:id': { right: READ, run: (scene, _, id) => reader(scene, id) },
  'POST /v1/terminal/readers/:id': {
    right: WRITE,
    run: (scene, params, id) => {
      const held = reader(scene, id)
      if (typeof params.label === 'string') held.label = params.label === '' ? id : params.label
      held.metadata = mergedMetadata(held.metadata, params.metadata)
      return held
    },
  },
  'DELETE /v1/terminal/readers/:id': {
    right: WRITE,
    run: (scene, _, id) => {
      const { device_type: deviceType, serial_number: serial } = reader(scene, id)
      delete scene.world.tables['terminal.reader'][id]
      return {
        id,
        object: 'terminal.reader',
        deleted: true,
        device_type: deviceType,
        serial_number: serial,
      }
    },
  },
  'POST /v1/terminal/readers/:id/process_payment_intent': {
    right: WRITE,
    run: (scene, params, id) => {
      const held = reader(scene, id)
      const intent = intentForReader(scene, params.payment_intent)
      ask(scene, held, {
        type: 'process_payment_intent',
        process_payment_intent: {
          payment_intent: intent.id,
          ...(params.process_config === undefined ? {} : { process_config: params.process_config }),
        },
      })
      return held
    },
  },
  'POST /v1/terminal/readers/:id/collect_payment_method': {
    right: WRITE,
    run: (scene, params, id) => {
      const held = reader(scene, id)
      const intent = intentForReader(scene, params.payment_intent)
      ask(scene, held, {
        type: 'collect_payment_method',
        collect_payment_method: { payment_intent: intent.id },
      })
      return held
    },
  },
  'POST /v1/terminal/readers/:id/confirm_payment_intent': {
    right: WRITE,
    run: (scene, params, id) => {
      const held = reader(scene, id)
      confirmCollected(scene, held, intentForReader(scene, params.payment_intent))
      return held
    },
  },
  'POST /v1/terminal/readers/:id/refund_payment': {
    right: WRITE,
    run: (scene, params, id) => {
      const held = reader(scene, id)
      const charge = chargeToRefund(scene, params)
      ask(scene, held, {
        type: 'refund_payment',
        refund_payment: {
          ...(params.amount === undefined ? {} : { amount: params.amount }),
          charge: charge.id,
          metadata: mergedMetadata({}, params.metadata),
        },
      })
      return held
    },
  },
  'POST /v1/terminal/readers/:id/set_reader_display': {
    right: WRITE,
    run: (scene, { cart }, id) => {
      const held = reader(scene, id)
      const shown = cart === undefined ? null : { ...cart, tax: cart.tax ?? null }
      ask(scene, held, {
        type: 'set_reader_display',
        set_reader_display: { cart: shown, type: 'cart' },
      })
      if (held.action !== null) held.action.status = 'succeeded'
      return held
    },
  },
  'POST /v1/terminal/readers/:id/cancel_action': {
    right: WRITE,
    run: (scene, _, id) => {
      const held = reader(scene, id)
      cancelAction(scene, held)
      return held
    },
  },
  'POST /v1/test_helpers/terminal/readers/:id/present_payment_method': {
    right: WRITE,
    testOnly: true,
    run: (scene, params, id) => {
      const held = reader(scene, id)
      const number = params.card_present?.number ?? params.card?.number ?? '4242424242424242'
      const card = cardOf(number)
      if (card === null) {
        throw invalid('Your card number is incorrect.', {
          code: 'incorrect_number',
          param: 'card_present[number]',
        })
      }
      presentCard(scene, held, card)
      return held
    },
  },
  'POST /v1/test_helpers/terminal/readers/:id/succeed_input_collection': {
    right: WRITE,
    testOnly: true,
    run: noInputs,
  },
  'POST /v1/test_helpers/terminal/readers/:id/timeout_input_collection': {
    right: WRITE,
    testOnly: true,
    run: (scene, _, id) => {
      const held = reader(scene, id)
      failAction(scene, held, 'terminal_reader_timeout', 'The reader timed out.')
      return held
    },
  },
}

function reader(scene: Scene, id: string) {
  const held = find(scene, 'terminal.reader', id, 'reader')
  held.status = scene.world.offlineReaders.includes(id) ? 'offline' : 'online'
  return held
}

function readers(scene: Scene) {
  return Object.keys(scene.world.tables['terminal.reader']).map((id) => reader(scene, id))
}

function noInputs(): never {
  throw invalid('The reader has no collect_inputs action in progress.')
}
