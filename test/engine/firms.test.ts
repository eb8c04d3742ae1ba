import assert from 'node:assert/strict'
import { employerIn, hostIn, isHostOf, isSameFirm } from '../../server/src/engine/words/firms.ts'

describe('firms', () => {
  it('are the same in any legal form', () => {
    for (const name of ['Routewell SE', 'Routewell Limited', 'ROUTEWELL, Inc.', 'Routewell Pty. Ltd.']) {
      assert.ok(isSameFirm('Routewell', name), name)
    }
    for (const name of ['Routewell Foods', 'Halden', '', '...'])
      assert.ok(!isSameFirm('Routewell', name), name)
    assert.ok(!isSameFirm('', ''))
  })

  it('are found in their addresses', () => {
    for (const host of ['routewell.example', 'mail.routewell.example', 'route-well.co.uk']) {
      assert.ok(isHostOf(host, 'Routewell SE'), host)
    }
    for (const host of ['routewell.halden.example', 'notroutewell.example', 'routewell', '']) {
      assert.ok(!isHostOf(host, 'Routewell SE'), host)
    }
  })

  it('have a domain, whatever stands behind it', () => {
    for (const domain of ['routewell.example', 'https://www.Routewell.example/a/b', 'routewell.example//\n/'])
      assert.equal(hostIn(domain), 'routewell.example')
  })

  it('employ those who are at them', () => {
    const isSure = (title: string): boolean => {
      const employer = employerIn(title)
      return employer.isSure && isSameFirm(employer.firm, 'Routewell')
    }
    for (const title of ['Account Manager at Routewell', 'CTO @Routewell', 'Lead, Sales at Routewell SE']) {
      assert.ok(isSure(title), title)
    }
    for (const title of ['Product Owner, Routewell', 'Buyer at Halden', 'Routewell', 'Head of Routewell']) {
      assert.ok(!isSure(title), title)
    }
  })
})
