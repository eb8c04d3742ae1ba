import { type Command, Option } from 'commander'
import { formatHelp, reporting, selecting } from './check-options.ts'
import { merge } from './commands/merge.ts'
import {
  type Add,
  allowEmpty,
  configured,
  examples,
  failOn,
  maxWarnings,
  noBaseline,
  noCache,
  noHistory,
} from './options.ts'
import { shardOf } from './shard.ts'

/** The options of a check that is one of several. */
export function dividing(command: Command): Command {
  return command
    .addOption(
      new Option('--shard <number/count>', 'check only this share of the pilots, such as 2/5')
        .argParser(shardOf)
        .conflicts(['since', 'staged', 'stdin', 'stage', 'owner']),
    )
    .addOption(
      new Option('--part <file>', 'write what was found to this file, for pilots merge').conflicts([
        'since',
        'staged',
        'stdin',
      ]),
    )
}

/** Adds the command that joins what several machines have found. */
export const addMerging: Add = (program, io, done) => {
  selecting(reporting(configured(program.command('merge'))))
    .summary('join the parts of a check that ran on several machines')
    .description(
      'Joins what pilots check --part wrote on several machines, and reports it as one check of all pilots would. Run it in the same folder of the same commit: it runs the rules over all pilots, and checks whatever is in none of the parts.',
    )
    .argument('<parts...>', 'the files that pilots check --part wrote')
    .addOption(noHistory())
    .addOption(failOn())
    .addOption(maxWarnings())
    .addOption(noBaseline())
    .addOption(noCache())
    .addOption(allowEmpty())
    .addHelpText(
      'after',
      `${examples('pilots merge part-1 part-2', 'pilots merge parts/* -f sarif=pilots.sarif -f pretty')}${formatHelp}`,
    )
    .action(async (parts, options) => done(await merge(parts, options, io)))
}
