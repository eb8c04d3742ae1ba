import { type Disposable, extensions } from 'vscode'
import { yamlCheckChanged } from '../../../server/src/protocol/yaml-check.ts'
import type { ServerLink } from './server-link.ts'

/**
 * Whether Red Hat's extension is there and on. It finds our schema in our manifest, and says what that says of files that the user
 * takes for plain YAML.
 */
export function isYamlChecked(): boolean {
  return extensions.getExtension('redhat.vscode-yaml') !== undefined
}

/** Tells the server when it comes or goes; a server that starts later is told at its start. */
export function tellOfYamlCheck(link: ServerLink): Disposable {
  return extensions.onDidChange(() => link.client?.sendNotification(yamlCheckChanged, isYamlChecked()))
}
