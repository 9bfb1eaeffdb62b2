import { create } from 'qrcode'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

const QUIET = 4

/** A QR code drawn here, dark on white in any theme so that every camera reads it. `what` names it. */
export function Qr({ text, what, size = 168 }: { text: string; what: string; size?: number }) {
  const { t } = useTranslation('ui')
  const { path, side } = useMemo(() => drawn(text), [text])
  return (
    <svg
      role="img"
      aria-label={t('qr', { what })}
      width={size}
      height={size}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      className="lp-qr"
    >
      <rect width={side} height={side} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  )
}

/** The dark modules as one path, inside the quiet zone of four that the standard asks for. */
function drawn(text: string): { path: string; side: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const parts: string[] = []
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) parts.push(`M${column + QUIET} ${row + QUIET}h1v1h-1z`)
    }
  }
  return { path: parts.join(''), side: modules.size + 2 * QUIET }
}
