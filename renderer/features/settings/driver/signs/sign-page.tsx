import i18next from 'i18next'
import type { TariffWords } from '../../../../../shared/domain/tariff/words.ts'
import type { Language } from '../../../../i18n/locale.ts'
import { inert } from '../../../../ui/mark/inert.ts'
import { Qr } from '../../../../ui/share/qr.tsx'
import { boxesOf, codeText, cutMarks, nameSizePt, SHEET } from './sign-layout.ts'
import type { SignKind } from './sign-layout.ts'
import { priceLines, signLanguages } from './sign-words.ts'
import './sign.css'

/** What stands on a sign. */
export interface Sign {
  readonly key: string
  /** Of the connector; null for the site's own. */
  readonly place: { readonly name: string; readonly code: string } | null
  readonly url: string
  /** What charging costs there, each once; empty where it isn't told. */
  readonly prices: readonly TariffWords[]
}

/** What all signs have alike. */
export interface SignLook {
  readonly siteName: string
  readonly timeZone: string
  /** Stands first. */
  readonly language: Language
  readonly practice: boolean
  readonly marks: boolean
}

/** One sheet of signs as it is printed. */
export function SignPage({
  kind,
  signs,
  look,
}: {
  kind: SignKind
  signs: readonly Sign[]
  look: SignLook
}) {
  const boxes = boxesOf(kind)
  return (
    <article className="lp-sign-page">
      {signs.map((sign, at) => {
        const box = boxes[at]
        if (box === undefined) return null
        return (
          <section
            key={sign.key}
            className="lp-sign"
            data-kind={kind}
            style={{
              left: `${box.leftMm}mm`,
              top: `${box.topMm}mm`,
              width: `${box.widthMm}mm`,
              height: `${box.heightMm}mm`,
            }}
          >
            <SignCard kind={kind} sign={sign} look={look} />
          </section>
        )
      })}
      {look.marks ? (
        <svg
          className="lp-sign-marks"
          viewBox={`0 0 ${SHEET.widthMm} ${SHEET.heightMm}`}
          aria-hidden="true"
        >
          {cutMarks(kind).map(({ fromX, fromY, toX, toY }) => (
            <line key={`${fromX} ${fromY} ${toX} ${toY}`} x1={fromX} y1={fromY} x2={toX} y2={toY} />
          ))}
        </svg>
      ) : null}
    </article>
  )
}

/** How large the code is drawn, CSS px at 96 to the inch: 110, 58 and 44 mm. */
const qrPx: Record<SignKind, number> = { entrance: 416, four: 219, eight: 166 }

function SignCard({ kind, sign, look }: { kind: SignKind; sign: Sign; look: SignLook }) {
  const { place, url } = sign
  const name = place === null ? '' : inert(place.name, 40).text
  const spoken = signLanguages(look.language)
  const first = i18next.getFixedT(look.language, 'sign')
  return (
    <>
      <header>
        <p className="lp-sign-site">{inert(look.siteName, 60).text}</p>
        {place === null ? null : (
          <h2 style={{ fontSize: `${nameSizePt(name, kind)}pt` }}>{name}</h2>
        )}
      </header>
      <figure>
        <Qr text={url} what={name || look.siteName} size={qrPx[kind]} />
        {place === null ? null : (
          <figcaption>
            {first('code')} <strong>{codeText(place.code)}</strong>
          </figcaption>
        )}
      </figure>
      <div className="lp-sign-words">
        {spoken.map((language) => (
          <div key={language} lang={language}>
            <p className="lp-sign-scan">{i18next.getFixedT(language, 'sign')('scan')}</p>
            {kind === 'entrance' ? <p>{i18next.getFixedT(language, 'sign')('how')}</p> : null}
          </div>
        ))}
        {look.practice ? <p className="lp-sign-practice">{first('practice')}</p> : null}
        {kind === 'entrance' ? (
          <p className="lp-sign-type">
            {first('orType')} <strong>{url.replace(/^https?:\/\//, '')}</strong>
          </p>
        ) : null}
      </div>
      {sign.prices.length === 0 ? null : <SignPrices sign={sign} look={look} spoken={spoken} />}
    </>
  )
}

/** Prices in both languages; a card has room for one. */
function SignPrices({
  sign,
  look,
  spoken,
}: {
  sign: Sign
  look: SignLook
  spoken: readonly Language[]
}) {
  return (
    <div className="lp-sign-prices">
      {spoken.map((language) => (
        <div key={language} lang={language}>
          {sign.prices
            .map((words) => priceLines(words, language, look.timeZone))
            .map((lines) => (
              <ul key={lines.join(' ')}>
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ))}
        </div>
      ))}
    </div>
  )
}
