import assert from 'node:assert/strict'
import { openWorkbench } from '../host/workbench.js'

describe('the examples, for a person', () => {
  /** @type {import('../host/workbench.js').Workbench} */
  let workbench

  before(async () => {
    workbench = await openWorkbench()
  })
  after(() => workbench?.close())

  it('show their findings under the text and in the list of problems', async () => {
    await workbench.open('order-desk-assistant.pilot.yaml:23')
    assert.ok((await workbench.squiggles()) > 0)
    const problems = await workbench.problems()
    assert.ok(
      problems.some((problem) => problem.includes('order-desk-assistant.pilot.yaml')),
      problems.join('\n'),
    )
  })

  it('open without any pop-up', async () => {
    assert.deepEqual(await workbench.notifications(), [])
  })
})
