import { pathToFileURL } from 'node:url'

/**
 * The address that opens `folder`, or none, in the server's VS Code. Whoever knows it can use that VS Code: the token is in it.
 * With `suite` VS Code loads the extension of that folder and runs its tests; the server must allow that with `suiteArgs`.
 * @param {{ port: number, token: string }} server
 * @param {string | undefined} folder absolute, as all paths here
 * @param {{ extension: string, tests: string }} [suite]
 * @returns {string}
 */
export function workbenchUrl({ port, token }, folder, suite) {
  const query = new URLSearchParams({ tkn: token })
  if (folder === undefined) query.set('ew', 'true')
  else query.set('folder', folder)
  const remote = (path) => `vscode-remote://127.0.0.1:${port}${pathToFileURL(path).pathname}`
  if (suite !== undefined) {
    const payload = [
      ['extensionDevelopmentPath', remote(suite.extension)],
      ['extensionTestsPath', remote(suite.tests)],
      ['skipWelcome', 'true'],
    ]
    query.set('payload', JSON.stringify(payload))
  }
  return `http://127.0.0.1:${port}/?${query}`
}

/** Lets addresses name an extension and tests, which a server for people must not. */
export const suiteArgs = ['--enable-smoke-test-driver']
