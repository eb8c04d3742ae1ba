import type { Grounds } from './analyses.ts'
import { Baselines } from './baselines.ts'
import { Configurations } from './configurations.ts'
import type { Ports } from './ports.ts'
import { Registries } from './registries.ts'
import { type OpenText, Sources } from './sources.ts'

/** What is told of the files beside the pilots. */
interface Heard {
  /** Something else holds for some pilot. */
  changed(): void
  /** What lies between a folder of the workspace, or a file outside, and the root of the repository counts as well; once for each. */
  above(path: string, root: string): void
}

/** The files beside the pilots that say how these are judged: configurations, catalogs and baselines. */
export class Beside {
  readonly configurations: Configurations
  readonly registries: Registries
  readonly baselines: Baselines

  constructor({ files, customChecks }: Pick<Ports, 'files' | 'customChecks'>, open: OpenText, heard: Heard) {
    const change = (): void => heard.changed()
    const sources = new Sources(files, open)
    this.registries = new Registries(files, sources, change)
    this.baselines = new Baselines(sources, change)
    this.configurations = new Configurations(sources, customChecks, {
      changed: () => {
        this.registries.use(this.configurations.inForce())
        heard.changed()
      },
      located: (roots) => this.baselines.use(roots),
      above: (path, root) => heard.above(path, root),
    })
  }

  /** What holds for the pilots, as it is at the moment. */
  grounds(): Pick<Grounds, 'governing' | 'registry' | 'catalog' | 'isCompared'> {
    return {
      governing: (uri) => this.configurations.of(uri),
      registry: () => this.registries.current,
      catalog: this.registries.find,
      isCompared: (uri) => this.baselines.of(uri) !== undefined,
    }
  }

  /** Something happened to a file or a folder. They read the same files, so all hear of it before one of them reads again. */
  touch(uri: string): void {
    this.configurations.touch(uri)
    this.registries.touch(uri)
    this.baselines.touch(uri)
  }

  /** Settles when it is known what holds for the pilots. */
  async settled(): Promise<void> {
    await this.configurations.settled()
    await this.registries.settled()
    await this.baselines.settled()
  }
}
