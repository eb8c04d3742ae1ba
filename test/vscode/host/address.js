import { pathToFileURL } from 'node:url'

/**
 * The address that opens `folder` in the server's VS Code with the extension of `extension` in it.
 * Whoever knows it can use that VS Code: the token is in it.
 * @param {{ port: number, token: string }} server
 * @param {{ folder: string, extension: string, tests?: string | undefined }} what absolute paths
 * @returns {string}
 */
export function workbenchUrl({ port, token }, { folder, extension, tests }) {
  const authority = `127.0.0.1:${port}`
  const remote = (path) => `vscode-remote://${authority}${pathToFileURL(path).pathname}`
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
    ['skipWelcome', 'true'],
  ]
  const query = new URLSearchParams({ tkn: token, folder, payload: JSON.stringify(payload) })
  return `http://${authority}/?${query}`
}
