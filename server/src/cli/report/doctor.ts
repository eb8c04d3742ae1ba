import { counted } from '../../engine/text/counted.ts'
import { visible } from '../../engine/text/visible.ts'
import type { CheckUp } from '../doctor/check-up.ts'
import type { Style } from './style.ts'

/** What was looked at, one in a line, with what to do below it. */
export function doctorText(checks: readonly CheckUp[], style: Style): string {
  const rows = checks.map(({ name, state, says, advice }) => {
    const line = `${style.paint(looks[state], state.padEnd(5))}  ${name.padEnd(13)}  ${visible(says)}\n`
    return advice === undefined ? line : `${line}${' '.repeat(22)}${visible(advice)}\n`
  })
  const bad = checks.filter(({ state }) => state === 'wrong').length
  const end = bad === 0 ? 'Nothing is wrong.' : `${counted(bad, 'thing is', 'things are')} wrong.`
  return `${rows.join('')}\n${end}\n`
}

const looks = { fine: 'good', note: 'info', wrong: 'error' } as const
