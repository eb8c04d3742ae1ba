import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The licences of bundled packages, which have to go along with their code.
 * @param {string} root
 * @param {readonly string[]} folders
 */
export function notices(root, folders) {
  const parts = folders.map((folder) => {
    const path = join(root, folder)
    const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
    const file = readdirSync(path).find((each) => /^licen[cs]e/i.test(each))
    if (file === undefined) throw new Error(`${name} comes without the text of its licence.`)
    const text = readFileSync(join(path, file), 'utf8').replaceAll('\r\n', '\n').trim()
    return `${name} ${version} (${license})\n\n${text}\n`
  })
  return `The packages whose code is bundled here, and their licences.\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`
}
