import fc from 'fast-check'
import { expect, it } from 'vitest'
import { notesFor } from './notes-for.ts'

it('proposes the notes somebody would reach for', () => {
  expect(notesFor(13_700, 'SEK')).toEqual([14_000, 15_000, 20_000, 50_000])
  expect(notesFor(10_000, 'SEK')).toEqual([20_000, 50_000, 100_000])
})

it('never proposes too little, and nothing twice', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000_000 }), (minor) => {
      const notes = notesFor(minor, 'SEK')
      expect(notes.every((note) => note > minor)).toBe(true)
      expect(new Set(notes).size).toBe(notes.length)
    }),
  )
})
