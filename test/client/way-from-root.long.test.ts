import assert from 'node:assert/strict'
import { loadClient } from '../support/client.ts'

describe('the way from the root of a repository', () => {
  for (const [folder, root, way] of [
    ['/work/shop/ml/pilots', '/work/shop', 'ml/pilots'],
    ['/work/shop', '/work/shop', ''],
    ['/work/shop', '/', 'work/shop'],
    ['/work/shop', undefined, ''],
  ] as const) {
    it(`leads to ${folder} from ${root ?? 'nowhere'}`, async () => {
      const git = root === undefined ? undefined : new Address(root).joined('.git').path
      const stat = async ({ path }: Address): Promise<void> => {
        if (path !== git) throw new Error('not there')
      }
      const { wayFromRoot } = await loadClient<Module>('way-from-root.ts', {
        Uri: Object.assign(class {}, { joinPath: (at: Address, step: string) => at.joined(step) }),
        workspace: { fs: { stat } },
      })
      assert.equal(await wayFromRoot(new Address(folder)), way)
    })
  }
})

interface Module {
  wayFromRoot(folder: Address): Promise<string>
}

class Address {
  readonly path: string

  constructor(path: string) {
    this.path = path
  }

  with({ path }: { readonly path: string }): Address {
    return new Address(path)
  }

  joined(step: string): Address {
    return new Address(`${this.path.replace(/\/$/, '')}/${step}`)
  }
}
