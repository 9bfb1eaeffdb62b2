/**
 * An OCPI tariff of 2.2.1 in the words of 2.3; one of 2.3 stays as it is. `excl_vat` and `incl_vat` of a limit are
 * called `before_taxes` and `after_taxes`, and prices without `tax_included` are before taxes, as they all were in
 * 2.2.1. What is null is left out: OCPI takes the two for the same. What isn't understood stays, for the schema.
 */
export function asV23(written: unknown): unknown {
  const tariff = withoutNulls(written)
  if (!isObject(tariff)) return tariff
  return {
    tax_included: 'NO',
    ...tariff,
    ...(isObject(tariff['min_price']) && { min_price: limitAsV23(tariff['min_price']) }),
    ...(isObject(tariff['max_price']) && { max_price: limitAsV23(tariff['max_price']) }),
  }
}

function limitAsV23(limit: Record<string, unknown>): Record<string, unknown> {
  const { excl_vat: before, incl_vat: after, ...rest } = limit
  return {
    ...rest,
    ...(before !== undefined && { before_taxes: before }),
    ...(after !== undefined && { after_taxes: after }),
  }
}

function withoutNulls(written: unknown): unknown {
  if (Array.isArray(written)) return written.map(withoutNulls)
  if (!isObject(written)) return written
  return Object.fromEntries(
    Object.entries(written)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [key, withoutNulls(value)]),
  )
}

function isObject(written: unknown): written is Record<string, unknown> {
  return typeof written === 'object' && written !== null && !Array.isArray(written)
}
