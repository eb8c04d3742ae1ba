import assert from 'node:assert/strict'
import { resolverOf } from '../../server/src/engine/config/resolve.ts'
import { Analyses } from '../../server/src/lsp/analyses.ts'
import { PilotFile } from '../../server/src/lsp/pilot-file.ts'
import { Quarantine } from '../../server/src/lsp/quarantine.ts'
import { TODAY } from '../support/check.ts'

const past = {}
const governed = {
  resolved: resolverOf(undefined).resolve(''),
  rules: [],
  included: true,
  addressOf: () => undefined,
}

describe('the analyses of an edited file', () => {
  const named = (name: string): string => {
    return `apiVersion: pilot-as-code/v1\nname: ${name}\ntitle: A pilot\nstage: criteria\n`
  }

  it('look at no other file', () => {
    const workspace = new Workspace([named('a'), named('b'), named('c')])
    workspace.findings()
    workspace.asked.length = 0
    workspace.edit(0, `${named('a')}summary: Another one.\n`)
    workspace.analyses.of(workspace.file(0))
    assert.deepEqual([...new Set(workspace.asked)], ['file:///w/0.pilot.yaml'])
  })

  it('are those that files read anew would have, for it and for all others', () => {
    const texts = [named('a'), named('b'), named('c')]
    const workspace = new Workspace(texts)
    const edits: readonly (readonly [number, string])[] = [
      [0, named('b')],
      [0, 'name: "a'],
      [1, named('c')],
      [0, named('a')],
      [2, `${named('c')}summary: TBD\n`],
      [1, named('a')],
    ]
    assert.equal(workspace.findings().flat().join(), new Workspace(texts).findings().flat().join())
    for (const [index, text] of edits) {
      texts[index] = text
      workspace.edit(index, text)
      assert.deepEqual(workspace.findings(), new Workspace(texts).findings())
    }
    assert.ok(workspace.findings().flat().includes('portfolio/duplicate-name'))
  })
})

/** Some files of a folder, all of them open. */
class Workspace {
  readonly analyses: Analyses
  /** The addresses about which somebody asked. */
  readonly asked: string[] = []
  readonly #files: PilotFile[]

  constructor(texts: readonly string[]) {
    this.#files = texts.map((text, index) => fileOf(index, 1, text))
    const quarantine = new Quarantine(undefined, { warn: () => undefined, failed: () => undefined })
    this.analyses = new Analyses({
      today: () => TODAY,
      governing: (uri) => {
        this.asked.push(uri)
        return governed
      },
      remembered: () => past,
      gone: () => ({ departed: undefined, noHistory: undefined }),
      registry: () => undefined,
      quarantine,
      catalog: () => undefined,
      files: () => this.#files,
      isIndexed: () => true,
    })
  }

  file(index: number): PilotFile {
    const file = this.#files[index]
    if (!file) throw new Error('There is no such file.')
    return file
  }

  edit(index: number, text: string): void {
    const before = this.file(index)
    this.#files[index] = fileOf(index, (before.version ?? 0) + 1, text, before)
    this.analyses.edited(this.file(index))
  }

  findings(): readonly (readonly string[])[] {
    return this.#files.map((file) => this.analyses.of(file).findings.map(({ rule }) => rule))
  }
}

function fileOf(index: number, version: number, text: string, before?: PilotFile): PilotFile {
  return new PilotFile(`file:///w/${index}.pilot.yaml`, version, { kind: 'text', text }, before)
}
