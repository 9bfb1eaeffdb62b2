const GOOD = [
  [2, 'm1', 'BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' }],
  [2, 'm2', 'Heartbeat', {}],
  [2, 'm3', 'StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Available' }],
  [
    2,
    'm4',
    'StartTransaction',
    { connectorId: 1, idTag: 'A', meterStart: 0, timestamp: '2026-01-01T00:00:00Z' },
  ],
  [
    2,
    'm5',
    'MeterValues',
    {
      connectorId: 1,
      meterValue: [{ timestamp: '2026-01-01T00:00:00Z', sampledValue: [{ value: '1' }] }],
    },
  ],
  [
    2,
    'm6',
    'StopTransaction',
    { transactionId: 1, meterStop: 5, timestamp: '2026-01-01T01:00:00Z' },
  ],
  [3, 'm7', { status: 'Accepted' }],
  [4, 'm8', 'GenericError', '', {}],
].map((frame) => JSON.stringify(frame))

/** Good frames with bytes flipped, cut, doubled or inserted: the same ones for the same seed. */
export function mutatedFrames(seed: number, count: number): (Buffer | string)[] {
  const random = seeded(seed)
  const pick = (choices: number): number => Math.floor(random() * choices)
  const frames: (Buffer | string)[] = []
  while (frames.length < count) {
    let bytes = Buffer.from(GOOD[pick(GOOD.length)] ?? '')
    for (let rounds = 1 + pick(4); rounds > 0; rounds -= 1) {
      const at = pick(bytes.length)
      const kind = pick(4)
      if (kind === 0) bytes[at] = pick(128)
      else if (kind === 1) bytes = bytes.subarray(0, at)
      else if (kind === 2) bytes = Buffer.concat([bytes, bytes.subarray(at)])
      else {
        const inserted = Buffer.from('[{"\\u0000,:1e999null')
        bytes = Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at)])
      }
    }
    if (bytes.length > 0) frames.push(pick(10) === 0 ? bytes : bytes.toString('latin1'))
  }
  return frames
}

/** A small seeded generator (mulberry32), so that a failure can be had again. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
