// Switches and what follows from them, known exactly.
import { defineMeasure, defineMechanism, number, onOff } from '../../../dist/contract/index.js'
import { real } from '../../../dist/world/index.js'

const value = real({ meaning: 'a value', unit: '1', range: [-1000, 1000] })
const columns = { total: value, both: value, either: value, clock: value, shift: value }

const head = { meaning: 'a cause', source: 'none', grade: 'assumed' }
const on = onOff({ default: true, ...head })
const size = number({ default: 0, range: [0, 1000], unit: '1', ...head })
const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']

const switches = defineMechanism({
  name: 'switches',
  summary: 'Values that follow from switches.',
  source: 'none',
  parameters: {
    ...Object.fromEntries(names.map((name) => [name, on])),
    noise: size,
    failing: size,
    lasting: size,
  },
  writes: { issues: columns },
  step({ issues }, { tick, draws, parameters: p }) {
    const end = performance.now() + p.lasting
    while (performance.now() < end);
    const u = draws.at(0, 0)
    if (tick === 0 && !p.a && draws.at(0, 1) < p.failing) throw new Error('bad luck')
    if (tick === 0) issues.shift[0] = p.noise * u
    const set = names.map((name) => (p[name] ? 1 : 0))
    // 3 a + 2 b + c + …, and a common shift of the replicate
    issues.total[0] = issues.shift[0] + set.reduce((so, one, k) => so + one * Math.max(1, 3 - k), 0)
    issues.both[0] = p.a && p.b ? 1 : 0
    issues.either[0] = p.a || p.b ? 1 : 0
    // c brings it in the second year, a brings that forward to the first; without c it never comes.
    issues.clock[0] = p.c && tick >= (p.a ? 1 : 2) ? 1 : 0
  },
})

const measure = (name) =>
  defineMeasure({
    name,
    title: name,
    meaning: 'a value',
    unit: '1',
    of: [],
    reads: { issues: { [name]: value } },
    observe({ issues }, out, at) {
      out[at] = issues[name][0]
    },
  })

export const library = {
  mechanisms: [switches],
  measures: ['total', 'both', 'either', 'clock'].map(measure),
}
