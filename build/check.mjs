/** `npm run check`: types, lint with the walls between rooms, format and unused code. */
import { runChecks } from './checks.mjs'
import { ensureDependencies } from './setup/dependencies.mjs'
import { runScript } from './setup/say.mjs'

await runScript(async () => {
  await ensureDependencies()
  return (await runChecks()) === 0 ? 0 : 1
})
