import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type ArchivedCheck, readRun, StandingFolder } from '../archive/index.js'
import type { Library } from '../contract/index.js'
import { library as shipped } from '../library.js'
import { accountOf } from './Account.js'
import { bandsPicture } from './charts/bands.js'
import { picturesOf } from './charts/index.js'
import { draw } from './draw.js'
import { type DrawnPicture, isMoving } from './page/figures.js'
import { page } from './page/page.js'

export interface ReportOptions {
  /** A finished check, among whose runs this one is to be placed. */
  readonly check?: ArchivedCheck | undefined
  /** Where mechanisms and parameters are described. Default: the shipped library. */
  readonly library?: Library | undefined
}

/**
 * Draws the charts of a run and writes its page into the run's result folder: `charts/<id>.vl.json`, `.svg`, `.png`
 * and `report.html`. What is there of an earlier report is replaced.
 *
 * @param folder a folder that `writeRun` has filled
 * @throws InputError if it is not the folder of a run, or is not whole
 */
export async function writeReport(folder: string, options: ReportOptions = {}): Promise<void> {
  const { check, library = shipped } = options
  const account = await accountOf(await readRun(folder))
  await mkdir(join(folder, 'charts'), { recursive: true })
  const into = new StandingFolder(folder)
  const pictures: DrawnPicture[] = []
  for (const picture of picturesOf(account)) pictures.push(await draw(into, picture))
  const bands = check && (await draw(into, bandsPicture(check)))
  const vega = pictures.some(({ picture }) => isMoving(picture)) ? await readVega() : ''
  await into.write('report.html', [page({ account, library, pictures, check, bands, vega })])
}

/** The minified runtime, for the page to carry. */
async function readVega(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('vega')
  return readFile(join(dirname(entry), 'vega.min.js'), 'utf8')
}
