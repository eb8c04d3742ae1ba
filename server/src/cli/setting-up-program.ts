import { Argument } from 'commander'
import { printCompletion, shells } from './commands/completion.ts'
import { doctor } from './commands/doctor.ts'
import { type Add, configured, examples, format } from './options.ts'

/** Adds the commands that are about the program itself on this machine. */
export const addSettingUp: Add = (program, io, done) => {
  configured(program.command('doctor'))
    .summary('say what is there and what is not')
    .description(
      'Says what the program finds here: Node.js, Git and its history, pilots, configuration, registry. Fails when something does not work that should, and says what to do.',
    )
    .addOption(format())
    .addHelpText('after', examples('pilots doctor', 'pilots doctor --format json'))
    .action(async (options) => done(await doctor(options, io)))
  program
    .command('completion')
    .summary('print the completion for a shell')
    .description('Prints what a shell needs to complete commands, options, rules and pilot files.')
    .addArgument(new Argument('<shell>', 'the shell').choices(shells))
    .addHelpText(
      'after',
      examples(
        'source <(pilots completion bash)',
        'pilots completion zsh > ~/.zfunc/_pilots',
        'pilots completion fish > ~/.config/fish/completions/pilots.fish',
      ),
    )
    .action((shell) => done(printCompletion(shell, program, io)))
}
