import { healthyFiles, isSilent } from '../support/healthy.ts'

describe('healthy files are silent', () => {
  for (const file of healthyFiles) {
    const { path, days } = file
    it(`${path}, on any day from ${days.at(0)} to ${days.at(-1)}`, () => isSilent(file, days))
  }
})
