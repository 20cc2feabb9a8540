/** Two states with three units each, near and far; `settings` are those of the mechanism that fails. */
export function fixtureScenario(settings = {}) {
  const unit = (state, latitude, population) => ({
    kind: 'city',
    state,
    latitude,
    longitude: 0,
    population,
  })
  const check = { role: 'validation', source: 'none', grade: 'assumed' }
  const document = {
    format: 1,
    name: 'fixture',
    title: 'A fixture',
    question: 'Does it hold?',
    summary: 'Two states, six units.',
    licence: 'CC0-1.0',
    time: { start: '1980-01-01', end: '1982-12-31', ticksPerYear: 4 },
    tables: {
      actors: {
        A: { kind: 'state' },
        B: { kind: 'state' },
        a1: unit('A', 49, 1e6),
        a2: unit('A', 45, 2e5),
        a3: unit('A', 40, 5e4),
        b1: unit('B', 49.1, 1e6),
        b2: unit('B', 52, 3e5),
        b3: unit('B', 60, 1e5),
      },
      issues: { rain: {} },
      instruments: { memorandum: { binding: 0 } },
    },
    mechanisms: { wandering: {}, meeting: {}, misfortune: settings },
    checks: [
      {
        ...check,
        id: 'level',
        title: 'Attention at the end',
        kind: 'value',
        outcome: 'final(attention("rain"))',
        statistic: 'mean',
        band: [2, 4],
        unit: 'sd',
        observed: 3,
      },
      {
        ...check,
        id: 'middle',
        title: 'Median attention at the end',
        kind: 'value',
        outcome: 'final(attention("rain"))',
        statistic: 'median',
        band: [10, 20],
      },
      {
        ...check,
        id: 'takeoff',
        title: 'Attention passes 2',
        kind: 'incidence',
        outcome: 'first(attention("rain") > 2)',
        from: '1981-10-01',
        to: '1982-01-01',
        band: [0, 1],
      },
      {
        ...check,
        id: 'ties',
        title: 'Who signs with whom',
        kind: 'pairs',
        instrument: 'memorandum',
        to: '1980-12-31',
        documented: ['b1|a1', 'a2|b1', 'a1|a2'],
        band: [0.5, 1],
      },
    ],
  }
  return { document, files: [{ name: 'scenario.yaml', sha256: '0'.repeat(64) }] }
}
