import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readCheck, readExperiment, readManifest, StandingFolder } from '../archive/index.js'
import { draw } from './draw.js'
import { accountOfCheck, accountOfExperiment } from './experiments/accountOfExperiment.js'
import { paragraphOf } from './methods/methodsParagraph.js'
import { experimentPage } from './page/experiment/experimentPage.js'
import type { DrawnPicture } from './page/figures.js'

/**
 * Draws the charts of an experiment and writes its page into its result folder: `charts/<id>.vl.json`, `.svg`, `.png`,
 * `report.html` and, for a paper, `methods.md`. What is there of an earlier report is replaced.
 *
 * @param folder of a sweep, a test of hypotheses, a sensitivity analysis, an attribution or a check
 * @throws InputError if it is none of them, is not whole, or is not finished
 */
export async function writeExperimentReport(folder: string): Promise<void> {
  const { kind } = await readManifest(folder)
  const account =
    kind === 'check'
      ? accountOfCheck(await readCheck(folder))
      : accountOfExperiment(await readExperiment(folder))
  const charts = join(folder, 'charts')
  await mkdir(charts, { recursive: true })
  const into = new StandingFolder(folder)
  const pictures: DrawnPicture[] = []
  for (const picture of account.pictures) pictures.push(await draw(into, picture))
  await forgetOthers(charts, new Set(account.pictures.map(({ id }) => id)))
  await into.write('methods.md', [paragraphOf(account.methods, account.manifest), '\n'])
  await into.write('report.html', [experimentPage(account, pictures)])
}

/** Takes away charts of an earlier report that this one no longer has. */
async function forgetOthers(charts: string, ids: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(charts)) {
    const id = /^(.+?)\.(vl\.json|svg|png)$/.exec(name)?.[1]
    if (id !== undefined && !ids.has(id)) await rm(join(charts, name), { force: true })
  }
}
