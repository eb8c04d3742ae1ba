import assert from 'node:assert/strict'
import { baselineJson, baselineOf } from '../../server/src/engine/baseline/baseline.ts'
import { baselineFileOf } from '../../server/src/engine/baseline/match.ts'
import { type Random, randomOf } from '../bench/random.ts'
import { analysisOf } from '../support/check.ts'
import { OpenAmongFiles } from '../support/open-among-files.ts'

type Some<T> = readonly [T, ...T[]]

const head = 'apiVersion: pilot-as-code/v1\n'
const pilots: Some<string> = [
  `${head}name: x\ntitle: Tickets\nstage: data\nowners: { operator: { name: Dana Cole } }\nuseCase: routing\n`,
  `${head}name: y\ntitle: Mails\nstage: criteria\nowners: { operator: { name: D. Cole } }\npredecessor: x\n`,
  `${head}name: x\ntitle: Routes\nstage: data\nuseCase: routing\npriority: { rank: 1 }\npredecessor: z\n`,
  `${head}name: z\ntitle: Bills\nstage: stopped\npriority: { rank: 1 }\ncomparedWith: [y, x]\n`,
]
const broken = 'name: [broken\n'
const configs: Some<string> = [
  'rules: { owners/it-missing: off }\n',
  'rules: { owners/sponsor-missing: error, portfolio/duplicate-name: off }\n',
  'include: ["**/x.pilot.yaml"]\n',
  'rules: { no/such: error }\nregistry: ["catalog/*.yaml"]\n',
  'extends: ./base.yaml\nregistry: ["**/people.yaml"]\n',
]
const people: Some<string> = [personNamed('Mei Lin'), personNamed('Dana Cole')]

function personNamed(name: string): string {
  const id = name.replace(' ', '.').toLowerCase()
  return `apiVersion: backstage.io/v1alpha1\nkind: User\nmetadata: { name: ${id} }\nspec: { profile: { displayName: ${name} } }\n`
}

/** A baseline of what is found in one of the pilots, be it here or there. */
function baselineOn(text: string): string {
  const file = baselineFileOf(analysisOf(text, { name: 'x.pilot.yaml' }))
  assert.ok(file)
  const files = ['a/x.pilot.yaml', 'z.pilot.yaml'].map((path) => [path, file] as const)
  return JSON.stringify(baselineJson(baselineOf(new Map(files))))
}

/** What stands beside the pilots, each with the texts that it may have. */
const beside: Some<readonly [string, Some<string>]> = [
  ['w1/pilots.config.yaml', configs],
  ['w1/a/pilots.config.yaml', configs],
  ['w1/base.yaml', configs],
  ['w1/catalog/people.yaml', people],
  ['w1/a/people.yaml', people],
  ['w1/pilots.baseline.json', [baselineOn(pilots[0]), baselineOn(pilots[1] ?? '')]],
  ['w1/.gitignore', ['z.*\n', 'deep/\n', 'x.pilot.yaml\n']],
]

// A folder may be named like a pilot.
const folders: Some<string> = ['w1/a', 'w1/a/deep', 'w1/c', 'w2/b', 'w2/x.pilot.yaml']
const places: Some<string> = ['w1', 'w2', ...folders]
const aPilot = (random: Random): string => `${random.pick(places)}/${random.pick(['x', 'y', 'z'])}.pilot.yaml`

type Step = (world: OpenAmongFiles, random: Random) => Promise<unknown>

const write: Step = (world, random) =>
  world.onDisk(() => world.disk.write(aPilot(random), random.pick(pilots)))

const open: Step = (world, random) => {
  const [path, texts] = random.chance(0.8) ? [aPilot(random), pilots] : random.pick(beside)
  const text = world.disk.text(path)
  // One that cannot be read is shown as it could last be read, and another server has read it at another time.
  return world.open(path, text === undefined || text === broken ? random.pick(texts) : text)
}

/** A step with one of the open documents. */
function withOpen(step: (world: OpenAmongFiles, path: string, random: Random) => Promise<unknown>): Step {
  return async (world, random) => {
    const all = [...world.docs.keys()]
    const path = all[random.between(0, all.length - 1)]
    if (path !== undefined) await step(world, path, random)
  }
}

const edit = withOpen((world, path, random) => {
  const [, texts] = beside.find(([each]) => each === path) ?? [path, pilots]
  return world.change(path, random.pick(texts))
})

const save = withOpen((world, path) => world.onDisk(() => world.disk.write(path, world.docs.get(path) ?? '')))

const breaks: Step = (world, random) => {
  const path = aPilot(random)
  return world.onDisk(() => world.docs.has(path) || world.disk.write(path, broken))
}

const remove: Step = (world, random) => world.onDisk(() => world.disk.remove(aPilot(random)))

const removeFolder: Step = (world, random) => world.onDisk(() => world.disk.remove(random.pick(folders)))

const link: Step = (world, random) => world.onDisk(() => world.disk.link(aPilot(random), aPilot(random)))

const move: Step = (world, random) => {
  const kind = random.chance(0.5) ? () => random.pick(folders) : () => aPilot(random)
  return world.onDisk(() => world.disk.move(kind(), kind()))
}

const rename: Step = (world, random) => {
  const kind = random.chance(0.5) ? () => random.pick(folders) : () => aPilot(random)
  return world.rename(kind(), kind(), random.chance(0.5))
}

/** Many files are others at once, and the editor reads again what nobody edited. */
const checkOut: Step = async (world, random) => {
  const paths = new Set(Array.from({ length: random.between(3, 8) }, () => aPilot(random)))
  await world.onDisk(() => {
    for (const path of paths) {
      if (random.chance(0.4)) world.disk.remove(path)
      else world.disk.write(path, random.pick(pilots))
    }
  })
  for (const path of paths) {
    const text = world.disk.text(path)
    if (world.docs.has(path) && text !== undefined && random.chance(0.7)) await world.change(path, text)
  }
}

const writeBeside: Step = (world, random) => {
  const [path, texts] = random.pick(beside)
  return world.onDisk(() => {
    if (random.chance(0.4)) world.disk.remove(path)
    else world.disk.write(path, random.pick(texts))
  })
}

const steps: Some<Step> = [
  write,
  ...[write, write, open, open, open, open, edit, edit, save, save, remove, remove, checkOut],
  ...[move, move, rename, rename, removeFolder, link, breaks, writeBeside, writeBeside, writeBeside],
  withOpen((world, path) => world.close(path)),
  (world, random) => world.toggle(random.pick(['w1', 'w2'])),
]

describe('files that come and go while some are open', () => {
  let world: OpenAmongFiles
  beforeEach(() => {
    world = new OpenAmongFiles()
  })
  afterEach(() => world.end())

  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    it(`are known as to a server that is started then (seed ${seed})`, async () => {
      const random = randomOf(seed)
      await world.start()
      for (let step = 1; step <= 60; step++) {
        await random.pick(steps)(world, random)
        if (random.chance(0.5)) await world.settled()
        const said = step % 6 === 0 ? await world.saidTwice() : undefined
        if (said) assert.deepEqual(...said)
      }
      assert.deepEqual(world.errors(), [])
    }).timeout(20_000)
  }
})
