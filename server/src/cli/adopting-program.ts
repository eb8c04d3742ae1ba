import { Argument } from 'commander'
import { baseline, baselineActions } from './commands/baseline.ts'
import { type Add, configured, examples, format } from './options.ts'

/** Adds the commands for a repository that had pilots before it had this program. */
export const addAdopting: Add = (program, io, done) => {
  configured(program.command('baseline'))
    .summary('take in what is found today, and count only what is new')
    .description(
      'Keeps what is found in pilots that were there before the rules were: in pilots.baseline.json, beside the configuration or at the root of the repository. From then on check counts what is new, and fails when something in the file is fixed, so that it only ever gets smaller. A gate does not look at it.',
    )
    .addArgument(
      new Argument(
        '<action>',
        'create: take in all findings; prune: take out what is fixed; show: count what each baseline of the repository holds',
      ).choices(baselineActions),
    )
    .option('--force', 'with create: replace the baseline that is there')
    .addOption(format())
    .addHelpText(
      'after',
      examples('pilots baseline create', 'pilots baseline prune', 'pilots baseline show --format json'),
    )
    .action(async (action, options) => done(await baseline(action, options, io)))
}
