/** One event of a stream of them (HTML Standard §9.2.6), as far as the hub uses it. */
export interface StreamEvent {
  readonly event: string
  readonly data: string
}

/** Takes a stream of server-sent events in pieces, wherever they are cut, and gives the events that are whole by now. */
export function eventReader(): (piece: string) => StreamEvent[] {
  let rest = ''
  return (piece) => {
    rest += piece
    // A carriage return at the end may be half of a line's end.
    const whole = rest.endsWith('\r') ? rest.slice(0, -1) : rest
    const blocks = whole.split(/\r\n\r\n|\n\n|\r\r/)
    rest = (blocks.pop() ?? '') + rest.slice(whole.length)
    return blocks.flatMap((block) => eventOf(block) ?? [])
  }
}

/** Null where it holds comments alone: they keep the line open. */
function eventOf(block: string): StreamEvent | null {
  let event = 'message'
  const data: string[] = []
  for (const line of block.split(/\r\n|\n|\r/)) {
    const [, field = '', value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? []
    if (field === 'event') event = value
    else if (field === 'data') data.push(value)
  }
  return data.length === 0 && event === 'message' ? null : { event, data: data.join('\n') }
}
