import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { FileChangeType } from 'vscode-languageserver-protocol'

type Kind = 'file' | 'folder' | 'link'
/** What stands at each path. */
export type Tree = ReadonlyMap<string, { readonly kind: Kind | undefined; readonly content: string }>

/** A folder of its own on this disk, in which things are put where there is room for them. */
export class FolderOnDisk {
  readonly #root: string = mkdtempSync(join(tmpdir(), 'pilots-'))

  uri(path: string): string {
    return pathToFileURL(this.#at(path)).href
  }

  kind(path: string): Kind | undefined {
    // Asked for something below a file it throws.
    try {
      const stats = lstatSync(this.#at(path))
      if (stats.isSymbolicLink()) return 'link'
      return stats.isDirectory() ? 'folder' : 'file'
    } catch {
      return undefined
    }
  }

  text(path: string): string | undefined {
    return this.kind(path) === 'file' ? readFileSync(this.#at(path), 'utf8') : undefined
  }

  /** False where there is no room for it. */
  write(path: string, text: string): boolean {
    if (!this.makeRoom(path) || this.kind(path) === 'folder') return false
    if (this.kind(path) === 'link') this.remove(path)
    writeFileSync(this.#at(path), text)
    return true
  }

  link(path: string, to: string): void {
    if (!this.makeRoom(path)) return
    this.remove(path)
    symlinkSync(this.#at(to), this.#at(path))
  }

  move(from: string, to: string): void {
    if (this.mayMove(from, to)) renameSync(this.#at(from), this.#at(to))
  }

  mayMove(from: string, to: string): boolean {
    if (this.kind(from) === undefined || this.kind(to) !== undefined) return false
    return !to.startsWith(`${from}/`) && this.makeRoom(to)
  }

  remove(path: string): void {
    if (this.kind(path) !== undefined) rmSync(this.#at(path), { recursive: true })
  }

  /** Makes the folders around a path; false where something else stands there. */
  makeRoom(path: string): boolean {
    const around = dirname(path)
    const kind = this.kind(around)
    if (kind !== undefined || !this.makeRoom(around)) return kind === 'folder'
    mkdirSync(this.#at(around))
    return true
  }

  tree(): Tree {
    const paths = readdirSync(this.#root, { recursive: true, encoding: 'utf8' }).toSorted()
    return new Map(paths.map((path) => [path, { kind: this.kind(path), content: this.#contentOf(path) }]))
  }

  /** What a watcher tells of what has happened since: of a folder that came or went only the folder. */
  changesSince(before: Tree): readonly { readonly uri: string; readonly type: number }[] {
    const now = this.tree()
    const isOther = (path: string): boolean => before.get(path)?.kind !== now.get(path)?.kind
    const paths = [...new Set([...before.keys(), ...now.keys()])].filter((path) => !isOther(dirname(path)))
    return paths.flatMap((path) => {
      const isSame = before.get(path)?.content === now.get(path)?.content
      const changed = isSame ? [] : [FileChangeType.Changed]
      const gone = before.has(path) ? [FileChangeType.Deleted] : []
      const types = isOther(path) ? [...gone, ...(now.has(path) ? [FileChangeType.Created] : [])] : changed
      return types.map((type) => ({ uri: this.uri(path), type }))
    })
  }

  end(): void {
    rmSync(this.#root, { recursive: true })
  }

  #contentOf(path: string): string {
    if (this.kind(path) === 'link') return readlinkSync(this.#at(path))
    return this.text(path) ?? ''
  }

  #at(path: string): string {
    return join(this.#root, path)
  }
}
