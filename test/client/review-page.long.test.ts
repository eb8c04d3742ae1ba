import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import { loadClient } from '../support/client.ts'

class TabInputWebview {
  readonly viewType: string

  constructor(viewType: string) {
    this.viewType = viewType
  }
}

describe('the page of a closing review', () => {
  const page = { scheme: 'pilots-review', path: '/demand.md' }
  const preview = {
    input: new TabInputWebview('mainThreadWebview-markdown.preview'),
    label: 'Preview demand.md',
  }

  it('is read again when the editor lets go of it while its preview is there', async () => {
    assert.deepEqual(await closed(page, [{ label: 'a.yaml' }, preview]), [page])
  })

  it('is let go with its preview, and when the preview shows another page', async () => {
    assert.deepEqual(await closed(page, []), [])
    assert.deepEqual(await closed(page, [{ ...preview, label: 'Preview other.md' }]), [])
    assert.deepEqual(await closed(page, [{ ...preview, input: new TabInputWebview('pilots.dashboard') }]), [])
    assert.deepEqual(await closed({ ...page, scheme: 'file' }, [preview]), [])
  })
})

/** What is opened when the editor has closed a text. */
async function closed(uri: object, tabs: readonly object[]): Promise<readonly unknown[]> {
  const opened: unknown[] = []
  let close: (document: { uri: object }) => void = () => undefined
  const disposable = { dispose: () => undefined }
  const editor = {
    TabInputWebview,
    window: { tabGroups: { all: [{ tabs }] } },
    workspace: {
      registerTextDocumentContentProvider: () => disposable,
      onDidCloseTextDocument: (listener: typeof close) => {
        close = listener
        return disposable
      },
      openTextDocument: async (page: unknown) => opened.push(page),
    },
  }
  const { ReviewPage } = await loadClient<Module>('review-page.ts', editor)
  new ReviewPage({ link: {}, portfolio: { onDidChange: () => disposable } })
  close({ uri })
  await setImmediate()
  return opened
}

interface Module {
  readonly ReviewPage: new (workings: object) => object
}
