import assert from 'node:assert/strict'
import { workspaceFiles } from '../../server/src/node/workspace-files.ts'
import { showBoard } from '../../server/src/protocol/board.ts'
import { FolderOnDisk, type Tree } from './folder-on-disk.ts'
import { capable, TestClient } from './lsp.ts'

const both = ['w1', 'w2']

/** Two folders on disk, an editor with some of their files open, and a server that hears of both. */
export class OpenAmongFiles {
  readonly disk: FolderOnDisk = new FolderOnDisk()
  /** The texts of the open documents. */
  readonly docs: Map<string, string> = new Map()
  /** The open documents whose files the server has seen, and that are gone. */
  readonly #gone = new Set<string>()
  readonly #folders = new Set(both)
  #client: TestClient | undefined

  async start(): Promise<void> {
    for (const folder of both) this.disk.makeRoom(`${folder}/any`)
    this.#client = await this.#begin()
  }

  get #server(): TestClient {
    assert.ok(this.#client)
    return this.#client
  }

  /** Settles when the server has read what it heard of. */
  async settled(): Promise<void> {
    await this.#server.pullAll()
  }

  /** Changes something on disk and tells of it as a watcher does, or as `told` does instead. */
  async onDisk(change: () => unknown, told?: (tell: () => Promise<void>) => Promise<void>): Promise<void> {
    const [before, known] = [this.disk.tree(), await this.#read()]
    change()
    const tell = (): Promise<void> => this.#tell(this.#server, before)
    await (told?.(tell) ?? tell())
    const now = await this.#read()
    for (const path of this.docs.keys()) {
      if (this.disk.kind(path) !== undefined) this.#gone.delete(path)
      else if (known.has(path)) this.#gone.add(path)
    }
    // What it has not seen in time was never there for it.
    const isNews = known.size !== now.size || [...now].some((path) => !known.has(path))
    if (isNews) await this.settled()
  }

  /** Renames a file or a folder in the editor, which opens again what was open in it. */
  async rename(from: string, to: string, isToldFirst: boolean): Promise<void> {
    if (!this.disk.mayMove(from, to)) return
    await this.settled()
    const moved = [...this.docs].filter(([path]) => path === from || path.startsWith(`${from}/`))
    await this.onDisk(
      () => this.disk.move(from, to),
      async (tell) => {
        if (isToldFirst) await tell()
        for (const [path, text] of moved) {
          await this.close(path)
          await this.open(to + path.slice(from.length), text)
        }
        const files = [{ oldUri: this.disk.uri(from), newUri: this.disk.uri(to) }]
        await this.#server.notify('workspace/didRenameFiles', { files })
        if (!isToldFirst) await tell()
      },
    )
  }

  async open(path: string, text: string): Promise<void> {
    if (this.docs.has(path)) return
    await this.settled()
    this.docs.set(path, text)
    this.#gone.delete(path)
    await this.#open(this.#server, path, text)
  }

  async change(path: string, text: string): Promise<void> {
    this.docs.set(path, text)
    await this.#server.change(this.disk.uri(path), { text })
  }

  async close(path: string): Promise<void> {
    this.docs.delete(path)
    this.#gone.delete(path)
    await this.#server.close(this.disk.uri(path))
  }

  /** Takes a folder out of the workspace, or back into it. */
  async toggle(folder: string): Promise<void> {
    await this.settled()
    if (this.#folders.delete(folder)) {
      for (const path of this.#gone) if (path.startsWith(`${folder}/`)) this.#gone.delete(path)
      return this.#changeFolders(this.#server, { removed: [folder] })
    }
    this.#folders.add(folder)
    await this.#changeFolders(this.#server, { added: [folder] })
    return this.settled()
  }

  /** What the server says now, and what one would say that is started now; nothing where none could have seen what is gone. */
  async saidTwice(): Promise<readonly [Said, Said] | undefined> {
    if ([...this.#gone].some((path) => !this.disk.makeRoom(path))) return undefined
    const now = await saidBy(this.#server)
    const anew = await this.#begin()
    const then = await saidBy(anew)
    anew.stop()
    return [now, then]
  }

  /** What went wrong in the server. */
  errors(): readonly string[] {
    return this.#server.errors.filter((each) => !/ not (?:checked|searched): /.test(each))
  }

  end(): void {
    this.#server.stop()
    this.disk.end()
  }

  /** A server that knows of the open documents, and has seen the files that are gone. */
  async #begin(): Promise<TestClient> {
    const [first = 'none', ...others] = this.#folders
    const client = new TestClient({ files: workspaceFiles() }, this.disk.uri(first))
    const ignored = this.disk.text('w1/.gitignore')
    if (this.#gone.size > 0) this.disk.remove('w1/.gitignore')
    for (const path of this.#gone) this.disk.write(path, 'name: gone\n')
    await client.start(capable)
    await this.#changeFolders(client, { added: others })
    for (const [path, text] of this.docs) await this.#open(client, path, text)
    await client.pullAll()
    const before = this.disk.tree()
    for (const path of this.#gone) this.disk.remove(path)
    if (ignored !== undefined) this.disk.write('w1/.gitignore', ignored)
    await this.#tell(client, before)
    return client
  }

  /** The open documents whose files a server reads. */
  async #read(): Promise<ReadonlySet<string>> {
    const found = new Set<string>()
    for (const path of this.docs.keys()) {
      const folder = [...this.#folders].find((each) => path.startsWith(`${each}/`))
      if (folder === undefined) continue
      const { kind } = await workspaceFiles().read(this.disk.uri(path), this.disk.uri(folder))
      if (kind !== 'missing') found.add(path)
    }
    return found
  }

  async #tell(client: TestClient, before: Tree): Promise<void> {
    const changes = this.disk.changesSince(before)
    if (changes.length > 0) await client.notify('workspace/didChangeWatchedFiles', { changes })
  }

  #open(client: TestClient, path: string, text: string): Promise<void> {
    return client.open(this.disk.uri(path), text, path.endsWith('.pilot.yaml') ? 'pilot-yaml' : 'yaml')
  }

  async #changeFolders(client: TestClient, changed: { added?: string[]; removed?: string[] }): Promise<void> {
    const named = (path: string): object => ({ uri: this.disk.uri(path), name: path })
    const { added = [], removed = [] } = changed
    const event = { added: added.map(named), removed: removed.map(named) }
    await client.notify('workspace/didChangeWorkspaceFolders', { event })
  }
}

/** What is said of each file in its findings, in the list, and on the dashboard. */
type Said = Readonly<Record<string, string>>

async function saidBy(client: TestClient): Promise<Said> {
  const { items } = await client.pullAll()
  const reports = items.map(({ version: _, ...report }) => report)
  const board = Object(await client.connection.sendRequest(showBoard))
  const all = { found: reports, listed: await client.pilots(), shown: board.pilots }
  const entries = Object.entries(all).flatMap(([kind, each]) =>
    Array.from(each, (one: { uri: string }) => [`${one.uri} ${kind}`, JSON.stringify(one)] as const),
  )
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
