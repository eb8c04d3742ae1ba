const names = ['color', 'rgb', 'hsl', 'lab', 'hcl', 'cubehelix']

/**
 * Leaves out how d3 reads and mixes colours: our scales lead from numbers and days to numbers, and the package of the scales asks of
 * each value whether it is a colour. Here none is.
 * @type {import('esbuild').Plugin}
 */
export const noColours = {
  name: 'no colours',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^d3-color$/ }, () => ({
      path: 'd3-color',
      namespace: 'no-colours',
      sideEffects: false,
    }))
    onLoad({ filter: /.*/, namespace: 'no-colours' }, () => {
      const contents = `const none = () => null\nexport { ${names.map((name) => `none as ${name}`).join(', ')} }\n`
      return { contents, loader: 'js' }
    })
  },
}
