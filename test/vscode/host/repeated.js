const most = 10

/**
 * Does something again until it has had its effect, as a person does with a window that was busy.
 * @param {() => Promise<void>} act
 * @param {() => Promise<void>} effect waits for it, and gives up early
 */
export async function repeated(act, effect) {
  for (let time = 1; ; time++) {
    await lateness(act)
    const late = await lateness(effect)
    if (late === undefined) return
    if (time === most) throw late
  }
}

/** The error of what was waited for in vain; every other error is thrown. */
async function lateness(work) {
  try {
    await work()
    return undefined
  } catch (error) {
    if (error.name === 'TimeoutError') return error
    throw error
  }
}
