import { createInterface } from 'node:readline'

/** Answers each number of ticks with what `run` says of it, and the most memory so far. */
export function serve(run) {
  createInterface({ input: process.stdin }).on('line', (line) => {
    const answer = run(Number(line))
    const kilobytes = process.resourceUsage().maxRSS
    process.stdout.write(`${JSON.stringify({ ...answer, kilobytes })}\n`)
  })
}
