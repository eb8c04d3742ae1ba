import { Argument, Option } from 'commander'
import { printCompletion, printNames, shells } from './commands/completion.ts'
import { doctor } from './commands/doctor.ts'
import { type Add, configured, examples, format } from './options.ts'

/** Adds the commands that are about the program itself on this machine. */
export const addSettingUp: Add = (program, io, done) => {
  configured(program.command('doctor'))
    .summary('say what works here and what does not')
    .description(
      'Says what the program finds here: Node.js, Git and its history, pilots, configuration, registry. If something does not work that should, it fails and says what to do.',
    )
    .addOption(format())
    .addHelpText('after', examples('pilots doctor', 'pilots doctor --format json'))
    .action(async (options) => done(await doctor(options, io)))
  program
    .command('completion')
    .summary('print the completion script for a shell')
    .description('Prints the script with which a shell completes commands, options, rules and pilots.')
    .addArgument(new Argument('<shell>', 'the shell').choices(shells))
    .addOption(new Option('--names', 'print the names of the pilots, which the scripts ask for').hideHelp())
    .addHelpText(
      'after',
      examples(
        'source <(pilots completion bash)',
        'pilots completion zsh > ~/.zfunc/_pilots',
        'pilots completion fish > ~/.config/fish/completions/pilots.fish',
      ),
    )
    .action(async (shell, { names }) =>
      done(names ? await printNames(io) : printCompletion(shell, program, io)),
    )
}
