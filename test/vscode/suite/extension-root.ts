import { extensions } from 'vscode'

export const extensionId = 'pilot-as-code.pilot-as-code'

/** The folder that holds package.json of the extension under test. */
export function extensionRoot(): string {
  const extension = extensions.getExtension(extensionId)
  if (extension === undefined) throw new Error(`VS Code does not know the extension ${extensionId}.`)
  return extension.extensionPath
}
