/**
 * Where on this machine something stands in for Stripe, for tests of the whole program: `LADDPLAN_STRIPE_STAND_IN`. It is
 * sent test keys alone. Null where none is named, or one elsewhere.
 */
export function standInUrl(env: Readonly<Record<string, string | undefined>>): string | null {
  const url = env['LADDPLAN_STRIPE_STAND_IN'] ?? ''
  return /^http:\/\/127\.0\.0\.1:\d{1,5}$/.test(url) ? url : null
}
