// A mechanism of a user's: Ishigami's function of three numbers, with what chance adds and an idle number beside them.
import { defineMeasure, defineMechanism, number } from '../../../dist/contract/index.js'
import { real } from '../../../dist/world/index.js'

const level = real({ meaning: 'the value of the function', unit: '1', range: [-1000, 1000] })

const parameter = (value, range) =>
  number({
    default: value,
    range,
    unit: '1',
    meaning: 'a number',
    source: 'Ishigami and Homma 1990',
    grade: 'assumed',
  })

const angle = parameter(0, [-Math.PI, Math.PI])

const ishigami = defineMechanism({
  name: 'ishigami',
  summary: 'A function with known indices.',
  source: 'Ishigami and Homma 1990',
  parameters: {
    x1: angle,
    x2: angle,
    x3: angle,
    idle: parameter(0, [0, 1]),
    noise: parameter(0, [0, 100]),
    common: parameter(0, [0, 100]),
    failing: parameter(0, [0, 1]),
  },
  writes: { issues: { level } },
  step({ issues }, { draws, tick, parameters: p }) {
    if (tick > 0) return
    const y = Math.sin(p.x1) + 7 * Math.sin(p.x2) ** 2 + 0.1 * p.x3 ** 4 * Math.sin(p.x1)
    // A normal draw, whose place hangs on the factors: with `noise` points do not share their chance, with `common` they do.
    const gauss = (k) =>
      Math.sqrt(-2 * Math.log(1 - draws.at(0, 3 * k))) *
      Math.cos(2 * Math.PI * draws.at(0, 3 * k + 1))
    const own = 1 + Math.floor((p.x1 + 4 + 9 * (p.x2 + 4) + 81 * (p.x3 + 4)) * 1e3)
    if (p.failing > 0 && draws.at(0, 3 * own + 2) < p.failing) throw new Error('bad luck')
    issues.level[0] = y + p.noise * gauss(own) + p.common * gauss(0)
  },
})

const value = defineMeasure({
  name: 'value',
  title: 'Value',
  meaning: 'the value of the function',
  unit: '1',
  of: [],
  reads: { issues: { level } },
  observe({ issues }, out, at) {
    out[at] = issues.level[0]
  },
})

export const library = { mechanisms: [ishigami], measures: [value] }
