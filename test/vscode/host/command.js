/**
 * How a program is started that npm, or VS Code, has put on the path. On Windows that is a script, which only a shell can run, and a shell
 * divides at spaces what is not in quotes.
 * @param {string} program
 * @param {readonly string[]} args none with a double quote, which no path there can have
 * @param {string} [platform]
 * @returns {{ program: string, args: readonly string[], shell: boolean }}
 */
export function command(program, args, platform = process.platform) {
  if (platform !== 'win32') return { program, args, shell: false }
  return { program, args: args.map((each) => (/[^\w./:=\\-]/.test(each) ? `"${each}"` : each)), shell: true }
}
