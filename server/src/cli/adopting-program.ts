import { Argument } from 'commander'
import { baseline, baselineActions } from './commands/baseline.ts'
import { type Add, configured, examples, format } from './options.ts'

/** Adds the commands for a repository that had pilots before it had this program. */
export const addAdopting: Add = (program, io, done) => {
  configured(program.command('baseline'))
    .summary('record what is found today, and count only what is new')
    .description(
      'Records the findings of pilots that are older than the rules in pilots.baseline.json, beside the configuration or at the root of the repository. From then on, check counts only what is new. It also fails while the file lists findings that are fixed, so the file only ever gets smaller. A gate ignores it.',
    )
    .addArgument(
      new Argument(
        '<action>',
        'create: record all findings; prune: remove what is fixed; show: count what each baseline of the repository holds',
      ).choices(baselineActions),
    )
    .option('--force', 'with create: replace an existing baseline')
    .addOption(format())
    .addHelpText(
      'after',
      examples('pilots baseline create', 'pilots baseline prune', 'pilots baseline show --format json'),
    )
    .action(async (action, options) => done(await baseline(action, options, io)))
}
