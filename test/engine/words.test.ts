import assert from 'node:assert/strict'
import { measures } from '../../server/src/engine/words/accountability.ts'
import { isItTeam, isItTitle } from '../../server/src/engine/words/it.ts'
import { isSamePerson, kindOfName, type NameKind, peopleIn } from '../../server/src/engine/words/people.ts'
import { reportingTitles } from '../../server/src/engine/words/reporting-titles.ts'
import { vendorRoles } from '../../server/src/engine/words/vendor-roles.ts'

const kinds: Readonly<Record<NameKind, readonly string[]>> = {
  person: [
    'Maria Board',
    'Board, Maria',
    'Li Group',
    'Tom Teams',
    'Fiona Council',
    'Dr. Isabel Crew',
    'Jude Office',
    'Ellen Guild',
    'Robert Plant',
    'Erik Head',
    'Ai Tanaka',
    'Sandra Andrews',
    'Ortega, Luis',
    'Dana, Luis',
    "O'Neill, Sean",
    'Anna-Maria von der Leyen, PhD',
    'Dr. Luis Ortega, MD, MBA',
    'Martin Luther King, Jr.',
    'Luis Ortega, Director of Supply Chain',
    'Luis Ortega, deputy Kim Roy',
    'Luis Ortega (deputy: Kim Roy)',
    'Luis Ortega - Sales department',
    'Luis Ortega / Ops',
    'Walt Jacoby, Maintenance Supervisor, Pueblo',
    'R. Osei',
    'Madonna',
    'Not Vital',
    'Paul Nurse',
    'Jon Leads',
    'Leads, Jon',
    'Line Hansen',
    'Ward Bond',
    'Asia West',
    'Talent Moyo',
    'Chief Emeka Anyaoku',
    'José Ortega y Gasset',
    'Juan García y López',
    'Phan Thi Y Nhi',
    'Maria Lopez with Tom Chen',
    'Head of Sales Maria Lopez',
    'Head of Sales: Maria Lopez',
    'Plant Manager - Maria Lopez',
    'Plant Manager, Maria Lopez',
    'Head of Sales (Anna van der Berg)',
  ],
  people: [
    'A. Roy & L. Kim',
    'Dana / Luis',
    'Dana and Luis',
    'Dana Whitfield, Luis Ortega',
    'Dana, Luis, Kim',
    'Kim Alvarado + Pete Lindqvist',
    'Maria Lopez y Tom Chen',
    'Maria Lopez | Tom Chen',
  ],
  group: [
    'Geschäftsführung',
    'Abteilung Einkauf',
    'Comité de pilotage',
    'Steuerungskreis KI',
    'Gremium Digitalisierung',
    'Departamento de Compras',
    'AI Steering Group',
    'Ops',
    'The Board',
    'Board',
    'Board of Directors',
    'Office of the CFO',
    'Sales Team',
    'Night Team',
    "Luis's crew",
    'IT Service Desk',
    'AI CoE',
    'Center of Excellence',
    'Digital Innovation Lab',
    'Pueblo Workforce Council',
    'Department of Finance',
    'Sales & Marketing',
    'R&D',
    'supply-chain',
    'it',
    'FP&A',
    'Users',
    'Stakeholders',
    'Shift leads',
    'All team leads',
    'Claims handlers',
    'Quality Assurance',
    'Data Science',
    'Back office',
    'Call centre',
    'Night shift',
  ],
  position: [
    'Head of Sales',
    'The COO',
    'Plant Manager',
    'VP Sales',
    'Chief Data Officer',
    'Chair of the Board',
    'Chief Operating Officer',
    'Chief Nursing Officer',
    'Store Manager',
    'Head Nurse',
    'External consultant',
    'Contact Center Manager',
    'Head of Sales Northern Europe',
    'Head of Warehouse Amarillo',
    'Plant Manager, Pueblo',
    'Head of Sales (to be hired)',
  ],
  vacancy: [
    'N.N.',
    'vakant',
    'wird noch benannt',
    'Por definir',
    'Pendiente',
    'TBD',
    'Vacant',
    'vacant (hiring)',
    'to be hired',
    'n/a',
    '???',
    'Various',
    'TODO full name',
    'not assigned',
    'Pending',
    'nobody yet',
    'Currently vacant',
  ],
}

describe('names', () => {
  for (const kind of ['person', 'people', 'group', 'position', 'vacancy'] as const) {
    for (const name of kinds[kind]) it(`${name}: ${kind}`, () => assert.equal(kindOfName(name), kind))
  }

  it('are taken apart into people, without degrees, positions and groups', () => {
    assert.deepEqual(peopleIn('A. Roy & L. Kim'), ['A. Roy', 'L. Kim'])
    assert.deepEqual(peopleIn('Jens Oberarzt / Ana Board'), ['Jens Oberarzt', 'Ana Board'])
    assert.deepEqual(peopleIn('Dana Whitfield, COO / Luis Ortega, PhD / Ops'), [
      'Dana Whitfield',
      'Luis Ortega',
    ])
  })

  it('are those of people behind a position and a Spanish "and"', () => {
    assert.deepEqual(peopleIn('Maria Lopez y Tom Chen'), ['Maria Lopez', 'Tom Chen'])
    assert.ok(isSamePerson('Head of Sales Maria Lopez', 'Maria Lopez'))
  })

  it('of one person are recognised with an initial, a title, an accent or turned round', () => {
    for (const other of [
      'L. Ortega',
      'Ortega, Luis',
      'Dr. Luis Ortega, PhD',
      'LUIS ORTEGÁ',
      'Luis M. Ortega',
    ]) {
      assert.ok(isSamePerson('Luis Ortega', other), other)
    }
  })

  it('of two people stay apart', () => {
    for (const other of ['Lisa Ortega', 'Luis Ortiz', 'D. Ortega', 'Luis', '']) {
      assert.ok(!isSamePerson('Luis Ortega', other), other)
    }
    assert.ok(!isSamePerson('', ''))
  })

  it('of any length and content are judged at once', () => {
    for (const text of ['', ' , ', '&&&&', '('.repeat(5_000), `${'a, '.repeat(20_000)}b`, '\u{1F680}']) {
      assert.ok(['person', 'people', 'vacancy', 'group', 'position'].includes(kindOfName(text)))
    }
  })
})

describe('positions', () => {
  it('are IT by the word in capitals and by a few titles', () => {
    for (const title of [
      'IT Service Desk Lead',
      'CIO',
      'Systems Administrator',
      'VP Information Technology',
    ]) {
      assert.ok(isItTitle(title), title)
    }
    const business = [
      'Director of Digital Operations',
      'Loan Application Manager',
      'Customer Service Desk Lead',
      'Make it happen lead',
    ]
    for (const title of business) assert.ok(!isItTitle(title), title)
  })

  it('belong to IT teams whose work may be what changes', () => {
    for (const team of ['it-service-desk', 'IT', 'plant-systems', 'Platform']) assert.ok(isItTeam(team), team)
    for (const team of ['supply-chain', 'plant-engineering', 'audit', 'credit'])
      assert.ok(!isItTeam(team), team)
  })

  it('at a vendor are not those of its customer', () => {
    for (const title of [
      'Customer Success Manager',
      'Senior Solutions Architect',
      'Implementation partner',
    ]) {
      assert.ok(vendorRoles.find(title), title)
    }
    for (const title of ['Partner', 'HR Business Partner', 'Vendor Manager', 'Customer Care Supervisor']) {
      assert.equal(vendorRoles.find(title), undefined, title)
    }
  })

  it('that report are not those that order work', () => {
    for (const title of ['Project Coordinator', 'Scrum Master', 'PMO analyst'])
      assert.ok(reportingTitles.find(title), title)
    for (const title of ['Program manager', 'Head of PMO', 'Director of care coordination']) {
      assert.equal(reportingTitles.find(title), undefined, title)
    }
  })

  it('are accountable by what can be checked', () => {
    for (const text of [
      ...['Cost per claim is one of her targets', 'In his bonus', 'answers for gate metrics'],
      ...['His variable pay depends on it.', 'Daily use is part of his year-end review with the CIO.'],
      ...['Answers for the minutes per case.', 'It counts in her performance review.'],
      ...['Door-to-needle time of the ward', 'Owns the P&L of the plant', 'The SLA of the desk is hers.'],
    ]) {
      assert.ok(measures.find(text), text)
    }
    for (const text of [
      ...['Supports the pilot', 'Helps the planners and shares results', 'Weekly meetings'],
      ...['Reports per email to the CIO.', 'Supports the performance of the team.'],
    ]) {
      assert.equal(measures.find(text), undefined, text)
    }
  })
})
