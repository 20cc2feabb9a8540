// A mechanism that changes nothing and takes its time, without a processor's, so that a test can end a sweep in the
// middle of it.
const clock = new Int32Array(new SharedArrayBuffer(4))

export default ({ defineMechanism, number }) =>
  defineMechanism({
    name: 'slow',
    summary: 'Nothing happens, slowly.',
    source: 'none',
    parameters: {
      lasting: number({
        default: 3,
        range: [0, 100],
        unit: 'ms',
        meaning: 'time that one tick takes',
        source: 'none',
        grade: 'assumed',
      }),
    },
    step(_world, { parameters: { lasting } }) {
      Atomics.wait(clock, 0, 0, lasting)
    },
  })
