import { ocpiTariff, type OcpiTariff } from './ocpi-tariff.ts'

/** Why a tariff isn't taken in: where, such as `elements[0].price_components[1].price`, and what to do about it. */
export interface TariffProblem {
  readonly path: string
  readonly message: string
}

/** Reads an OCPI tariff of 2.2.1 or 2.3, or says all that is wrong with it. */
export function readTariff(
  written: unknown,
): { readonly tariff: OcpiTariff } | { readonly problems: readonly TariffProblem[] } {
  const read = ocpiTariff.safeParse(written)
  if (read.success) return { tariff: read.data }
  return {
    problems: read.error.issues.map(({ path, message }) => ({ path: pathText(path), message })),
  }
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`,
    )
    .join('')
}
