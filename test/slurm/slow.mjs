// A mechanism that changes nothing and takes its time, so that a test can end a sweep in the middle of it.
export default ({ defineMechanism, number }) =>
  defineMechanism({
    name: 'slow',
    summary: 'Nothing happens, slowly.',
    source: 'none',
    parameters: {
      lasting: number({
        default: 1,
        range: [0, 100],
        unit: 'ms',
        meaning: 'time that one tick takes',
        source: 'none',
        grade: 'assumed',
      }),
    },
    step(_world, { parameters: { lasting } }) {
      const end = performance.now() + lasting
      while (performance.now() < end);
    },
  })
