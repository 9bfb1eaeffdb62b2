import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { words } from '../../i18n/en/station.ts'
import { inert } from '../../ui/mark/inert.ts'
import type { StationError } from './station-row.ts'

type KnownError = keyof typeof words.errorCode

function isKnown(code: string): code is KnownError {
  return Object.hasOwn(words.errorCode, code)
}

/**
 * Puts an error of a charger into a sentence: ChargePointErrorCode (OCPP 1.6 §7.6) in words, then what the
 * maker adds. A code that is not in the protocol is quoted as it came.
 */
export function useErrorWords(): (error: StationError) => string {
  const { t } = useTranslation('station')
  return useCallback(
    (error) => {
      const { errorCode, vendorErrorCode, info } = error
      const what = isKnown(errorCode) ? t(`errorCode.${errorCode}`) : inert(errorCode, 50).text
      const vendor = vendorErrorCode
        ? t('error.vendor', { code: inert(vendorErrorCode, 50).text })
        : null
      return [what, info ? inert(info, 80).text : null, vendor]
        .filter((part) => part !== null)
        .join(' · ')
    },
    [t],
  )
}
