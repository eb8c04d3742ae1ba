import assert from 'node:assert/strict'
import { noPast, pilots, type World } from './memory-io.ts'

interface GitLab {
  readonly location: { readonly path: string }
}

describe('a command without a path', () => {
  it('looks at the whole repository where no path is named, wherever in it', async () => {
    const files = { 'a.pilot.yaml': '{}', 'teams/x/b.pilot.yaml': '{}', 'teams/y/c.pilot.yaml': '{}' }
    const inRepository = { files, history: noPast, inside: 'teams/x', rules: [] }
    const all = ['../../a.pilot.yaml', 'b.pilot.yaml', '../y/c.pilot.yaml']
    const pathsOf = async (world: World, ...argv: readonly string[]): Promise<readonly string[]> => {
      const { out } = await pilots(['check', ...argv, '-f', 'json'], world)
      return JSON.parse(out).files.map(({ path }: { path: string }) => path)
    }
    assert.deepEqual(await pathsOf(inRepository), all)
    assert.deepEqual(await pathsOf(inRepository, '.'), ['b.pilot.yaml'])
    assert.deepEqual(await pathsOf({ files, inside: 'teams/x', rules: [] }), ['b.pilot.yaml'])
    const { out } = await pilots(['check', '-f', 'gitlab'], inRepository)
    const places: readonly string[] = JSON.parse(out).map((each: GitLab) => each.location.path)
    assert.deepEqual([...new Set(places)].sort(), Object.keys(files).sort())
    const status = await pilots(['status', 'missing'], inRepository)
    assert.equal(status.err, 'pilots: There is no pilot "missing" here. See pilots status for all of them.\n')
  })

  it('reads the patterns of a configuration that it is given from the root of the repository on', async () => {
    const files = {
      'a.pilot.yaml': '{}',
      'teams/x/b.pilot.yaml': '{}',
      'teams/y/c.pilot.yaml': '{}',
      'given.yaml': 'include: ["teams/**"]\n',
    }
    const pathsIn = async (world: World): Promise<readonly string[]> => {
      const { out } = await pilots(['check', '--config', '../../given.yaml', '-f', 'json'], world)
      return JSON.parse(out).files.map(({ path }: { path: string }) => path)
    }
    const inside = { files, inside: 'teams/x', rules: [] }
    assert.deepEqual(await pathsIn({ ...inside, history: noPast }), ['b.pilot.yaml', '../y/c.pilot.yaml'])
    const outside = { ...inside, files: { ...files, 'given.yaml': 'include: ["*.pilot.yaml"]\n' } }
    assert.deepEqual(await pathsIn(outside), ['b.pilot.yaml'])
  })

  it('says where it looked for pilots and found none', async () => {
    const files = { 'readme.md': '' }
    const said = (where: string): string =>
      `pilots: There are no pilots (*.pilot.yaml) in ${where}. pilots new NAME writes the first one; else name a folder that has some, or pass --allow-empty.\n`
    assert.equal((await pilots(['check'], { files })).err, said('this folder'))
    assert.equal((await pilots(['check'], { files, history: noPast, inside: 'in' })).err, said('".."'))
  })
})
