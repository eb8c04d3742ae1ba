import assert from 'node:assert/strict'
import { capable, FOLDER, TestClient } from '../support/lsp.ts'

describe('an edit among hundreds of pilots', () => {
  const uri = (index: number): string => `${FOLDER}/p${index}.pilot.yaml`
  const text = (name: string): string =>
    `apiVersion: pilot-as-code/v1\nname: ${name}\ntitle: A pilot\nstage: criteria\n`

  it('is answered at once, and what it changes among the others follows', async () => {
    const client = new TestClient()
    for (let index = 0; index < 260; index++) client.files.content.set(uri(index), text(`p${index}`))
    await client.start(capable)
    const rules = async (index: number): Promise<readonly string[]> => {
      const report = await client.pull(uri(index))
      return report.kind === 'full' ? report.items.map(({ code }) => String(code)) : []
    }
    await client.open(uri(0), text('p0'))
    await client.connection.sendRequest('pilots/list', {})
    await client.change(uri(0), { text: text('p7') })
    assert.ok(!(await rules(0)).includes('portfolio/duplicate-name'))
    client.received.length = 0
    let isCompared = false
    const list = client.connection.sendRequest('pilots/list', {}).then(() => {
      isCompared = true
    })
    while (!isCompared) {
      client.clock.pass()
      await new Promise((resolve) => setImmediate(resolve))
    }
    await list
    assert.ok(client.received.includes('workspace/diagnostic/refresh'))
    assert.ok((await rules(0)).includes('portfolio/duplicate-name'))
    await client.stop()
  })
})
