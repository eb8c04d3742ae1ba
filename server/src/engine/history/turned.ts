import type { Criterion } from '../pilot/model.generated.ts'
import { isTurned } from './bars.ts'
import type { Track } from './criteria.ts'
import type { Easing } from './easing.ts'
import { unitOf } from './units.ts'

/** Which way is better is no longer what it was, and nothing else says so: any result may meet what is the other way round. */
export function turnedEasing(
  track: Track,
  { better, baseline, target }: Criterion,
  begun: string,
): Easing | undefined {
  const { first, last, pointed, turned: step } = track
  const [was, is] = [first.direction, last.direction]
  const written = better ?? baseline
  if (!step || !was || !is || !isTurned(first, last) || !written) return undefined
  // The present text is wrong by itself then, whatever it was.
  if (better && baseline && target && target.value > baseline.value !== (is === 'higher')) return undefined
  return {
    at: written.span,
    what: `What is better for "${last.metric}" was ${was} ${pointed ? `on ${pointed.date}` : begun} and became ${is}`,
    step,
    was,
    is,
    names: [first.metric, last.metric],
    value: undefined,
    since: '',
    mayBeSame: unitOf(first) !== unitOf(last),
    fix: better && {
      title: `Restore better: ${was}`,
      safe: false,
      changes: [{ do: 'replace', span: better.span, text: was }],
    },
  }
}
