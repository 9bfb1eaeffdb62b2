import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** What scrypt is told (RFC 7914 §2): its cost as a power of two, its block size and its lanes. */
export interface Cost {
  readonly log2N: number
  readonly r: number
  readonly p: number
}

/** 32 MiB and some 100 ms for each try. */
const COST: Cost = { log2N: 15, r: 8, p: 1 }

const SALT_BYTES = 16
const HASH_BYTES = 32

/** What is tried where there is no PIN, so that it takes as long as where there is one. */
const NO_SALT = Buffer.alloc(SALT_BYTES)

/** What is kept of a user's PIN. Without the hub's secret, which lies in another file, nobody can try PINs on it. */
export async function hashPin(
  hubSecret: string,
  userId: string,
  pin: string,
  cost = COST,
): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const { log2N, r, p } = cost
  const hash = await stretch(pepper(hubSecret, userId, pin), salt, cost)
  return ['scrypt', log2N, r, p, salt.toString('base64url'), hash.toString('base64url')].join(':')
}

/** Whether a PIN is the one that was hashed, in a time that tells nothing; where none was, it is as much work. */
export async function fitsPin(
  hubSecret: string,
  userId: string,
  pin: string,
  kept: string,
): Promise<boolean> {
  const [kind, log2N, r, p, salt, hash] = kept.split(':')
  const isThere = kind === 'scrypt' && salt !== undefined && hash !== undefined
  const cost = isThere ? { log2N: Number(log2N), r: Number(r), p: Number(p) } : COST
  const tried = await stretch(
    pepper(hubSecret, userId, pin),
    isThere ? Buffer.from(salt, 'base64url') : NO_SALT,
    cost,
  )
  const expected = isThere ? Buffer.from(hash, 'base64url') : Buffer.alloc(HASH_BYTES)
  return expected.length === tried.length && timingSafeEqual(expected, tried) && isThere
}

function pepper(hubSecret: string, userId: string, pin: string): Buffer {
  return createHmac('sha256', hubSecret).update(`pin\0${userId}\0${pin}`).digest()
}

function stretch(secret: Buffer, salt: Buffer, { log2N, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** log2N
  return new Promise((resolve, reject) => {
    // It takes 128 N r bytes and a little more; Node allows 32 MiB where nothing is said.
    scrypt(secret, salt, HASH_BYTES, { N, r, p, maxmem: 256 * N * r }, (error, hash) =>
      error ? reject(error) : resolve(hash),
    )
  })
}
