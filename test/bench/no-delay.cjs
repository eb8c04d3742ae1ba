// Loaded into the peer before anything else: what it would put off by 200 ms, as its validation, it does at once.
const { setTimeout: later } = globalThis
globalThis.setTimeout = Object.assign(
  (run, milliseconds, ...args) => later(run, milliseconds === 200 ? 0 : milliseconds, ...args),
  later,
)
