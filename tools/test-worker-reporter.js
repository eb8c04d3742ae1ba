import ParallelBuffered from 'mocha/lib/nodejs/reporters/parallel-buffered.cjs'

/** What dots and failures are made of. */
const TOLD = new Set(['pass', 'fail', 'pending'])

/** Tells the first process that only: all else that mocha says of thousands of tests is packed and unpacked for nobody. */
// biome-ignore lint/style/noDefaultExport: mocha takes a reporter from there.
export default class extends ParallelBuffered {
  createListener(name) {
    return TOLD.has(name) ? super.createListener(name) : () => undefined
  }
}
