import iconv from 'iconv-lite'

/** A file of SIE 4I as a strict reader understands it (SIE 4B). */
export interface SieFile {
  readonly records: ReadonlyMap<string, string[][]>
  readonly vouchers: readonly SieVoucher[]
}

export interface SieVoucher {
  readonly series: string
  readonly number: string
  readonly on: string
  readonly text: string
  readonly lines: readonly { account: string; amountMinor: number }[]
}

/** The records that a file of type 4I has to have. */
const obligatory = ['FLAGGA', 'PROGRAM', 'FORMAT', 'GEN', 'SIETYP', 'FNAMN'] as const
/** What a field may be: a list in braces, a text in quotes, or what has neither spaces nor quotes. */
const FIELD = /\{[^}]*\}|"(?:\\"|[^"])*"|[^\s"{}]+/y

/** @throws for what the format doesn't allow, with the line's number */
export function readSie(bytes: Uint8Array): SieFile {
  const text = iconv.decode(bytes, 'cp437')
  if (!text.endsWith('\n')) throw new Error('the last record has no end')
  const records = new Map<string, string[][]>()
  const vouchers: SieVoucher[] = []
  let open: { head: string[]; lines: SieVoucher['lines'][number][]; begun: boolean } | null = null
  const rows = text.slice(0, -1).split('\n')
  for (const [index, row] of rows.entries()) {
    const fail = (why: string): never => {
      throw new Error(`line ${index + 1}: ${why}: ${row}`)
    }
    const line = row.replace(/\r$/, '').trim()
    if (/[^\P{Cc}\t]/u.test(line)) fail('a control character')
    if (index === 0 && line !== '#FLAGGA 0') fail('it does not begin with the flag')
    if (line === '{') {
      if (open === null || open.begun) throw new Error(`line ${index + 1}: a stray brace`)
      open.begun = true
      continue
    }
    if (line === '}') {
      if (open === null) throw new Error(`line ${index + 1}: a stray brace`)
      vouchers.push(voucherOf(open.head, open.lines, fail))
      open = null
      continue
    }
    const [, label = '', rest = ''] = /^#([A-Z]+)(?: +(.*))?$/.exec(line) ?? fail('no record')
    const fields = fieldsOf(rest, fail)
    if (label === 'TRANS') {
      if (open?.begun !== true) fail('a line outside its voucher')
      open?.lines.push(transOf(fields, fail))
      continue
    }
    if (open !== null) fail('a record within a voucher')
    if (label === 'VER') open = { head: fields, lines: [], begun: false }
    else if (vouchers.length > 0) fail('a record after the vouchers')
    else records.set(label, [...(records.get(label) ?? []), fields])
  }
  if (open !== null) throw new Error('the last voucher has no end')
  for (const label of obligatory)
    if (records.get(label)?.length !== 1) throw new Error(`#${label} is to be there once`)
  if (records.get('FORMAT')?.[0]?.[0] !== 'PC8') throw new Error('not PC8')
  if (records.get('SIETYP')?.[0]?.[0] !== '4') throw new Error('not type 4')
  const known = new Set(records.get('KONTO')?.map(([number]) => number))
  for (const { lines } of vouchers)
    for (const { account } of lines)
      if (!known.has(account)) throw new Error(`${account} is booked on and not told of`)
  return { records, vouchers }
}

function voucherOf(
  [series = '', number = '', on = '', text = '']: string[],
  lines: SieVoucher['lines'],
  fail: (why: string) => never,
): SieVoucher {
  if (!/^\d{8}$/.test(on)) fail('no date')
  if (lines.length < 2) fail('a voucher of less than two lines')
  if (lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0) !== 0) fail('it is not balanced')
  return { series, number, on, text, lines }
}

function transOf(
  [account = '', objects, amount = '']: string[],
  fail: (why: string) => never,
): SieVoucher['lines'][number] {
  if (!/^\d{4}$/.test(account)) fail('no account')
  if (objects !== '{}') fail('no list of objects')
  if (!/^-?\d+(\.\d{1,2})?$/.test(amount)) fail('no amount')
  const [whole = '', decimals = ''] = amount.replace('-', '').split('.')
  const minor = Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
  return { account, amountMinor: amount.startsWith('-') ? -minor : minor }
}

function fieldsOf(text: string, fail: (why: string) => never): string[] {
  const fields: string[] = []
  for (let at = 0; at < text.length;) {
    if (text[at] === ' ' || text[at] === '\t') {
      at += 1
      continue
    }
    FIELD.lastIndex = at
    const [field = fail('no field')] = FIELD.exec(text) ?? []
    at += field.length
    if (at < text.length && !/[ \t]/.test(text.charAt(at))) fail('fields without a space between')
    fields.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('\\"', '"') : field)
  }
  return fields
}
