import { NotificationType } from 'vscode-languageserver-protocol'

/**
 * Tells the server whether something else in the editor checks plain YAML with our schema from now on. A client that knows it from
 * the start says `checksYaml: true` in its initialization options instead.
 */
export const yamlCheckChanged: NotificationType<boolean> = new NotificationType('pilots/checksYaml')
