/**
 * Leaves out how messages are read from a stream of bytes, and how requests are cancelled by shared memory: a worker gets its messages
 * whole, and nobody has it cancel in that way.
 * @type {import('esbuild').Plugin}
 */
export const noStreams = {
  name: 'no streams',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]vscode-jsonrpc[\\/]lib[\\/]common[\\/]messageBuffer\.js$/ }, () => ({
      contents: 'exports.AbstractMessageBuffer = class {}\n',
    }))
    onLoad({ filter: /[\\/]vscode-jsonrpc[\\/]lib[\\/]common[\\/]sharedArrayCancellation\.js$/ }, () => ({
      contents: '',
    }))
  },
}
