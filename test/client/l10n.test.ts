import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { generateL10n } from '../../tools/generate-l10n.ts'

const root = new URL('../../', import.meta.url)
const TOUR = 'client/media/walkthrough/'
const languages = languagesIn('l10n', /^bundle\.l10n\.(\w+)\.json$/)

describe('translations', () => {
  it('are there in German, in both places that VS Code looks in', () => {
    assert.deepEqual(languages, ['de'])
    assert.deepEqual(languagesIn('.', /^package\.nls\.(\w+)\.json$/), languages)
  })

  for (const language of languages) {
    it(`to "${language}" have every text of the code, and none too many`, async () => {
      const texts = Object.keys(JSON.parse(await generateL10n(fileURLToPath(root))))
      assert.ok(texts.length > 100)
      assert.deepEqual(Object.keys(read(`l10n/bundle.l10n.${language}.json`)).sort(), texts)
    })

    it(`to "${language}" have every text of package.json, and none too many`, () => {
      const [original, translated] = [read('package.nls.json'), read(`package.nls.${language}.json`)]
      assert.deepEqual(Object.keys(translated), Object.keys(original))
    })

    it(`to "${language}" have every page of the tour, where VS Code looks for it`, () => {
      const pages = readdirSync(new URL(TOUR, root)).filter((file) => /^[\w-]+\.md$/.test(file))
      assert.ok(pages.length > 0)
      for (const page of pages) {
        const [text = '', translation = ''] = [page, page.replace('.md', `.nls.${language}.md`)].map((file) =>
          readFileSync(new URL(TOUR + file, root), 'utf8'),
        )
        assert.notEqual(translation, text)
        assert.deepEqual(commandsIn(translation), commandsIn(text))
      }
    })

    it(`to "${language}" keep what is filled in and what is linked to`, () => {
      const own = read('package.nls.json')
      const texts = Object.entries(read(`package.nls.${language}.json`)).map(([key, text]) => [
        own[key],
        text,
      ])
      for (const [text = '', translation = ''] of [
        ...texts,
        ...Object.entries(read(`l10n/bundle.l10n.${language}.json`)),
      ]) {
        assert.notEqual(translation.trim(), '', text)
        assert.deepEqual(fixed(translation), fixed(text), translation)
      }
    })
  }
})

/** The parts of a text that are no words: places to fill in, commands, code, the dots of a question, breaks and icons. */
function fixed(text: string): readonly string[] {
  return (text.match(/\{\d+\}|\(command:[^)]*\)|`[^`]*`|…$|\n|\$\([\w-]+\)/g) ?? []).sort()
}

function commandsIn(page: string): readonly string[] {
  return page.match(/`[^`]+`|^```\n.*\n```$/gm) ?? []
}

function languagesIn(folder: string, name: RegExp): readonly string[] {
  const files = readdirSync(new URL(`${folder}/`, root))
  return files.flatMap((file) => name.exec(file)?.[1] ?? [])
}

function read(file: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(new URL(file, root), 'utf8'))
}
