/** What is left out of each package, by what others import of it. */
const left = {
  'd3-color': ['color', 'rgb', 'hsl', 'lab', 'hcl', 'cubehelix'],
  'd3-time-format': ['timeFormat', 'utcFormat'],
  'd3-format': [
    'format',
    'formatPrefix',
    'formatSpecifier',
    'precisionFixed',
    'precisionPrefix',
    'precisionRound',
  ],
}

/**
 * Leaves out how d3 reads and mixes colours, and how it writes numbers and days: our scales lead from numbers and days to numbers,
 * and the package of the scales asks of each value whether it is a colour. Here none is, and what stands at a mark we write ourselves.
 * @type {import('esbuild').Plugin}
 */
export const noColours = {
  name: 'no colours',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^d3-(?:color|time-format|format)$/ }, ({ path }) => ({
      path,
      namespace: 'no-colours',
      sideEffects: false,
    }))
    onLoad({ filter: /.*/, namespace: 'no-colours' }, ({ path }) => {
      const names = Object.entries(left).find(([name]) => name === path)?.[1] ?? []
      const contents = `const none = () => null\nexport { ${names.map((name) => `none as ${name}`).join(', ')} }\n`
      return { contents, loader: 'js' }
    })
  },
}
