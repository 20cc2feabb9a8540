import type { Command } from 'commander'
import type { ArchivedRun } from '../archive/index.js'
import { say, sayJson } from './say.js'
import { libraryWith, type MechanismOptions, withMechanisms } from './scenarioOptions.js'

/** `paradiplomacy diff <a> <b>` */
export function registerDiff(program: Command): void {
  const command = program
    .command('diff')
    .description('find the first tick, mechanism and actor at which two runs part')
    .argument('<a>', 'folder of a run')
    .argument('<b>', 'folder of another')
  withMechanisms(command)
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  paradiplomacy diff results/acid-rain-001 results/acid-rain-002',
    )
    .action(
      async (a: string, b: string, { json, mechanism }: MechanismOptions & { json?: boolean }) => {
        const { compareRuns, firstDifference, readRun } = await import('../archive/index.js')
        // One after the other: of two bad folders the first is told.
        const first = await readRun(a)
        const second = await readRun(b)
        const left = compareRuns(first, second)
        const model = left.same
          ? undefined
          : firstDifference(
              await again(first, mechanism),
              await again(second, mechanism),
              optionsOf(first),
              optionsOf(second),
            )
        if (json) return sayJson({ ...left, model: model ?? null })
        if (left.same) return say('The two runs left the same data, value by value.')
        if (left.made.length > 0) say(`They were made with different ${left.made.join(', ')}.`)
        if (model) {
          const after =
            model.mechanism === ''
              ? 'before the first tick'
              : `in tick ${model.tick}, after mechanism ${model.mechanism}`
          const whose = model.subject === '' ? '' : ` of ${model.subject}`
          say(
            `They part ${after}: ${model.column}${whose} is ${model.a} in the first and ${model.b} in the second.`,
          )
          if (model.onlyInOne.length > 0)
            say(`Only one of them ran: ${model.onlyInOne.join(', ')}.`)
        }
        if (left.first) {
          const { file, column, date, subject, a: x, b: y } = left.first
          say(
            `The first difference in the files: ${file}.csv, ${[date, subject, column].filter(Boolean).join(', ')}: ${x} and ${y}.`,
          )
        }
        for (const column of left.onlyA) say(`Only in the first: ${column}`)
        for (const column of left.onlyB) say(`Only in the second: ${column}`)
      },
    )
}

/** The model of an archived run, made anew from the scenario that it kept. */
async function again({ document }: ArchivedRun, mechanism: readonly string[] | undefined) {
  const [{ buildModel }, { library }] = await Promise.all([
    import('../scenario/index.js'),
    libraryWith(mechanism),
  ])
  return buildModel(document, library)
}

function optionsOf({ manifest: { seed, replicate, future } }: ArchivedRun) {
  return { seed, replicate, future }
}
