import type { Stripe } from 'stripe'
import { invalid } from '../http/refused.ts'
import { seconds } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'
import { checkedCurrency } from './currency.ts'

type Asked = Stripe.Checkout.SessionCreateParams.LineItem

/**
 * What is paid on a page, line by line. Prices are said in the request; the double keeps no catalogue.
 * @throws Refused for lines without a price, and for more currencies than one
 */
export function lineItems(scene: Scene, asked: readonly Asked[]): Stripe.LineItem[] {
  if (asked.length === 0) {
    throw invalid('You must provide line_items in `payment` mode.', { param: 'line_items' })
  }
  const items = asked.map((item, place) => lineItem(scene, item, place))
  const currencies = new Set(items.map(({ currency }) => currency))
  if (currencies.size > 1) {
    throw invalid('All prices on a Checkout Session must use the same currency.', {
      param: 'line_items',
    })
  }
  return items
}

function lineItem(scene: Scene, item: Asked, place: number): Stripe.LineItem {
  const path = `line_items[${place}]`
  const data = item.price_data
  if (data === undefined) {
    throw invalid(`No such price: '${item.price ?? ''}'`, {
      code: 'resource_missing',
      param: `${path}[price]`,
    })
  }
  if (data.unit_amount === undefined) {
    throw invalid(`Missing required param: ${path}[price_data][unit_amount].`, {
      code: 'parameter_missing',
      param: `${path}[price_data][unit_amount]`,
    })
  }
  if (item.quantity === undefined) {
    throw invalid(`Missing required param: ${path}[quantity].`, {
      code: 'parameter_missing',
      param: `${path}[quantity]`,
    })
  }
  const currency = checkedCurrency(data.currency)
  const totalMinor = data.unit_amount * item.quantity
  return {
    id: scene.newId('li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: totalMinor,
    amount_tax: 0,
    amount_total: totalMinor,
    currency,
    description: data.product_data?.name ?? null,
    metadata: {},
    price: price(scene, currency, data.unit_amount),
    quantity: item.quantity,
  }
}

function price(scene: Scene, currency: string, unitMinor: number): Stripe.Price {
  return {
    id: scene.newId('price'),
    object: 'price',
    active: false,
    billing_scheme: 'per_unit',
    created: seconds(scene),
    currency,
    custom_unit_amount: null,
    livemode: scene.world.livemode,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product: scene.newId('prod'),
    recurring: null,
    tax_behavior: 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: 'one_time',
    unit_amount: unitMinor,
    unit_amount_decimal: null,
  }
}
