import { minorDigits } from '../../../../shared/domain/money/currency.ts'
import type { ZContent } from '../../../../shared/domain/till/z-report.ts'
import { drawerMinor } from '../../../../shared/domain/till/cash-move.ts'
import type { SheetWords } from './sheet-words.ts'

/** What moved in the drawer, what was counted in it and by which notes and coins, and what that is off by. */
export function DrawerPart({ content, words }: { content: ZContent; words: SheetWords }) {
  const { say, money, clock, who, text } = words
  const { drawer, moves, counts, countedMinor, varianceMinor, varianceReason } = content
  const rows: [string, number][] = [
    [say('float'), drawer.floatMinor],
    [say('cashTaken'), drawer.takenMinor],
    [say('cashRefunded'), drawer.refundedMinor],
    [say('rounding'), drawer.roundingMinor],
    [say('in'), drawer.inMinor],
    [say('out'), drawer.outMinor],
  ]
  const last = counts.findLast(({ purpose }) => purpose === 'closing')
  return (
    <>
      <h2>{say('drawer')}</h2>
      <table>
        <tbody>
          {rows.map(([name, minor]) => (
            <Row key={name} name={name} value={money(minor)} />
          ))}
          <Row name={say('expected')} value={money(drawer.expectedMinor)} strong />
          <Row name={say('counted')} value={money(countedMinor)} />
          <Row name={say('variance')} value={money(varianceMinor)} strong />
        </tbody>
      </table>
      {varianceReason === '' ? null : (
        <p>
          {say('reason')}: {text(varianceReason, 500)}
        </p>
      )}
      {last === undefined || last.denominations.length === 0 ? null : (
        <p className="lp-sheet-small">
          {last.denominations
            .map(({ valueMinor, pieces }) => `${pieces} × ${majorOf(valueMinor, content.currency)}`)
            .join(', ')}
        </p>
      )}
      <h2>{say('counts')}</h2>
      <table>
        <tbody>
          {counts.map(({ purpose, at, by, totalMinor, expectedMinor }, index) => (
            <Row
              key={index}
              name={[
                say(`purpose.${purpose}`),
                clock(at),
                who(by),
                expectedMinor === totalMinor
                  ? ''
                  : `(${say('expectedThen', { amount: money(expectedMinor) })})`,
              ]
                .filter(Boolean)
                .join(' ')}
              value={money(totalMinor)}
            />
          ))}
        </tbody>
      </table>
      {moves.length === 0 ? null : (
        <>
          <h2>{say('moves')}</h2>
          <table>
            <tbody>
              {moves.map((move, index) => (
                <Row
                  key={index}
                  name={[say(`move.${move.kind}`), clock(move.at), text(move.reason, 80)].join(' ')}
                  value={money(drawerMinor(move))}
                />
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  )
}

function Row({ name, value, strong = false }: { name: string; value: string; strong?: boolean }) {
  return (
    <tr className={strong ? 'lp-sheet-strong' : undefined}>
      <td>{name}</td>
      <td>{value}</td>
    </tr>
  )
}

/** A note or coin as it is called, 500 or 0.5. */
function majorOf(valueMinor: number, currency: string): number {
  return valueMinor / 10 ** minorDigits(currency)
}
