import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * What takes half a minute and more, the longest first. Files of tests are short where they run long, and the order that
 * they would have, the largest first, would leave one of these to the end, with nothing beside it.
 */
const SLOW = [
  ...['holds', 'giving-back', 'outages', 'asking', 'killed'].map(
    (name) => `/payment/model/${name}.`,
  ),
  ...[
    '/visit/race.',
    '/six-amp/milp.',
    '/six-amp/six-amp.',
    '/e2e/day/',
    '/till/users.',
    '/e2e/layering/',
  ],
]

/** Runs the slow files of a project before its others. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const projects = new Set(sorted.map(({ project }) => project))
    return [...projects].flatMap((project) =>
      sorted
        .filter((file) => file.project === project)
        .sort((one, other) => placeOf(one) - placeOf(other)),
    )
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = SLOW.findIndex((part) => moduleId.includes(part))
  return place < 0 ? SLOW.length : place
}
