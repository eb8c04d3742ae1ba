import assert from 'node:assert/strict'
import { money } from '../../server/src/engine/pilot/money.ts'
import { listing, shortListing } from '../../server/src/engine/text/listing.ts'
import { isOnlyDeployment } from '../../server/src/engine/words/deployment.ts'
import { endsWithPilot, lastsUntil, saysWhatFollows } from '../../server/src/engine/words/support.ts'
import { wishful } from '../../server/src/engine/words/wishful.ts'

describe('what only names a deployment', () => {
  const deployments = [
    'Deployed to production by June',
    'go-live 2026-06',
    'Go live',
    '2026-06-26',
    'The model runs on the production servers.',
    'v2 is released in Q3',
    'All users have access.',
    'It is live for everybody.',
    'Deployed to all sites',
    'Installed on all laptops.',
    'System ist ab 3. August produktiv.',
    'Live in allen Filialen',
    'Déployé en production',
    'En producción',
  ]
  for (const text of deployments) it(`is "${text}"`, () => assert.ok(isOnlyDeployment(text)))

  const behaviours = [
    'All 12 planners order from the forecast every week.',
    'Live by June, 80% of planners use it daily',
    'Clerks confirm invoices in it',
    'Alle Filialen bestellen im System',
    'Toutes les équipes sont passées au modèle',
    'Released to all dispatchers',
    'All users use it every day',
    'Live for our planners',
    'Every store orders from it',
    'All sites are live and 80% of the staff work in it',
    '',
    '…',
  ]
  for (const text of behaviours) it(`is not "${text}"`, () => assert.ok(!isOnlyDeployment(text)))
})

describe('support', () => {
  const ends: readonly [string, string | undefined][] = [
    ['Contracted until 2028-06', '2028-06-31'],
    ['Support through 2027-03-15', '2027-03-15'],
    ['Two engineers until 2026-05, service desk until 2028-12', '2028-12-31'],
    ['Contract signed on 2025-03-01', undefined],
    ['2026-01-01 to 2026-12-31', '2026-12-31'],
    ['Answers to 2000 users', undefined],
  ]
  for (const [text, date] of ends)
    it(`"${text}" lasts until ${date ?? 'an unknown day'}`, () => assert.equal(lastsUntil(text), date))

  it('ends with the pilot when it says so', () => {
    for (const text of [
      'Ends with the pilot',
      'Free until the pilot ends',
      'For the pilot only',
      'Engineers on site until go-live',
    ]) {
      assert.ok(endsWithPilot(text), text)
    }
  })

  it('goes on when it says so', () => {
    for (const text of ['Does not end with the pilot', 'Included in the licence', '24/7 in production'])
      assert.ok(!endsWithPilot(text), text)
    assert.ok(saysWhatFollows('Engineers until go-live, then the service desk'))
    assert.ok(!saysWhatFollows('Ends with the pilot, then TODO who supports it'))
  })
})

describe('wishful plans', () => {
  it('leave adoption to itself', () => {
    for (const text of [
      'People will adopt it once they see it',
      'The result speaks for itself',
      'Adoption will follow',
      'No training needed',
    ]) {
      assert.ok(wishful.find(text), text)
    }
  })

  it('are not plans with steps', () => {
    for (const text of [
      'docs/change-plan.md',
      'Planners see the first forecast on Monday and adopt it with an early adopter',
      'It will not sell itself',
    ]) {
      assert.equal(wishful.find(text), undefined, text)
    }
  })
})

describe('texts for messages', () => {
  it('list words', () =>
    assert.deepEqual([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listing), [
      '',
      'a',
      'a and b',
      'a, b and c',
    ]))
  it('list the first of many words', () =>
    assert.deepEqual(
      [
        ['a', 'b'],
        ['a', 'b', 'c', 'd'],
      ].map((words) => shortListing(words, 2)),
      ['a and b', 'a, b and 2 more'],
    ))
  it('write amounts', () =>
    assert.deepEqual(
      [0, 88_000, 0.355].map((each) => money(each, 'EUR')),
      ['0 EUR', '88,000 EUR', '0.36 EUR'],
    ))
})
