import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { promisify } from 'node:util'
import { open, type ZipFile } from 'yauzl'
import { matchesList, root, vsix } from './built.ts'

describe('the .vsix', () => {
  let files = new Map<string, string>()
  before(async () => {
    files = await contentOf(vsix)
  })

  it('holds the files that the list names', () => {
    matchesList('vsix', [...files.keys()])
  })

  it('has a page for each rule', () => {
    const pages = [...files.keys()].filter((file) => /docs\/rules\/[^/]+\/[^/]+\.md$/.test(file))
    const { length } =
      readFileSync(`${root}docs/rules/README.md`, 'utf8').match(/^\| \[[^\]]+\]\([^)]+\.md\)/gm) ?? []
    assert.ok(pages.length > 100)
    assert.equal(pages.length, length)
  })

  it('has a readme without links that lead nowhere, and a picture for the gallery', () => {
    const readme = files.get('extension/readme.md') ?? ''
    for (const [, target] of readme.matchAll(/\]\(([^)]+)\)/g)) assert.match(target ?? '', /^https:/)
    const { icon, galleryBanner } = JSON.parse(files.get('extension/package.json') ?? '')
    assert.ok(files.has(`extension/${icon}`))
    assert.match(galleryBanner.color, /^#[\da-f]{6}$/)
  })

  it('has pages without links that lead out of it', () => {
    for (const [file, text] of files) {
      const links = file.endsWith('.md') ? text.matchAll(/\]\((?![a-z]+:)([^)#\s]+)/g) : []
      for (const [, target = ''] of links) {
        assert.ok(files.has(posix.join(posix.dirname(file), target)), `${file}: ${target}`)
      }
    }
  })

  it('names no folder of the machine that built it, and no secret', () => {
    for (const [file, text] of files) {
      assert.equal(text.includes(root), false, file)
      assert.doesNotMatch(
        text,
        /\b(?:gh[pousr]_\w{30,}|npm_\w{30,}|AKIA[A-Z\d]{16})\b|-----BEGIN [A-Z ]*PRIVATE KEY/,
        file,
      )
    }
  })
})

/** The texts of an archive by their paths. */
async function contentOf(path: string): Promise<Map<string, string>> {
  const zip = await promisify<string, { lazyEntries: true }, ZipFile>(open)(path, { lazyEntries: true })
  const read = promisify(zip.openReadStream.bind(zip))
  const content = new Map<string, string>()
  return new Promise((resolve, reject) => {
    zip.on('entry', async (entry) => {
      const chunks: Buffer[] = []
      for await (const chunk of await read(entry)) chunks.push(Buffer.from(chunk))
      content.set(entry.fileName, Buffer.concat(chunks).toString('utf8'))
      zip.readEntry()
    })
    zip.once('error', reject)
    zip.once('end', () => resolve(content))
    zip.readEntry()
  })
}
