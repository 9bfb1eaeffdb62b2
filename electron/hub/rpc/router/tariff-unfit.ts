import type { VersionRefusal } from '../../../../shared/domain/tariff/version.ts'

interface VersionErrors {
  readonly NOT_FOUND: (told: { data: { noun: string; id: string } }) => Error
  readonly TARIFF_IN_THE_PAST: () => Error
  readonly TARIFF_ENDS_FIRST: () => Error
  readonly TARIFF_VERSION_HOLDS: (told: { data: { version: number } }) => Error
}

/** Why there can't be such a version, as the contract tells it. */
export function unfit(errors: VersionErrors, refusal: VersionRefusal): Error {
  switch (refusal.kind) {
    case 'inThePast':
      return errors.TARIFF_IN_THE_PAST()
    case 'endsFirst':
      return errors.TARIFF_ENDS_FIRST()
    case 'holdsAlready':
      return errors.TARIFF_VERSION_HOLDS({ data: { version: refusal.version } })
    case 'noVersion':
      return errors.NOT_FOUND({ data: { noun: 'tariffVersion', id: refusal.id } })
  }
}
