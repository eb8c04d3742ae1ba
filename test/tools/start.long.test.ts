import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'

describe('npm start', () => {
  /** How the desktop VS Code is started on a system. */
  const started = (platform: string, args: readonly string[]): unknown => {
    const module = new URL('../vscode/host/command.js', import.meta.url).href
    const script = `const { command } = await import(${JSON.stringify(module)})
      console.log(JSON.stringify(command('code', ${JSON.stringify(args)}, '${platform}')))`
    return JSON.parse(
      execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }),
    )
  }

  it('finds folders with spaces, also through the shell that it takes on Windows', () => {
    const folder = String.raw`C:\Users\Jo & Co\pilots`
    const args = [folder, `--extensionDevelopmentPath=${folder}`, '--wait', String.raw`C:\work`]
    assert.deepEqual(started('win32', args), {
      program: 'code',
      args: [`"${folder}"`, `"--extensionDevelopmentPath=${folder}"`, '--wait', String.raw`C:\work`],
      shell: true,
    })
    assert.deepEqual(started('darwin', args), { program: 'code', args, shell: false })
  })
})
