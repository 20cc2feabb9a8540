// Makes every rename of a process and its threads last, so that a test can end it between two of them.
import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'

const { rename } = promises
promises.rename = async (from, to) => {
  await rename(from, to)
  await sleep(500)
}
syncBuiltinESMExports()
