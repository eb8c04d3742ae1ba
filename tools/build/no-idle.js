/**
 * Leaves out what a worker never does and its libraries keep in: to read messages from a stream of bytes, as it gets them whole; to
 * cancel requests by shared memory, which nobody asks of it; and to walk through the tokens of YAML, of which it reads the nodes.
 * @type {import('esbuild').Plugin}
 */
export const noIdle = {
  name: 'no idle code',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]vscode-jsonrpc[\\/]lib[\\/]common[\\/]messageBuffer\.js$/ }, () => ({
      contents: 'exports.AbstractMessageBuffer = class {}\n',
    }))
    onLoad({ filter: /[\\/]vscode-jsonrpc[\\/]lib[\\/]common[\\/]sharedArrayCancellation\.js$/ }, () => ({
      contents: '',
    }))
    onLoad({ filter: /[\\/]yaml[\\/]browser[\\/]dist[\\/]parse[\\/]cst-visit\.js$/ }, () => ({
      contents: 'export const visit = undefined\n',
    }))
  },
}
