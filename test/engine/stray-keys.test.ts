import assert from 'node:assert/strict'
import { analysisOf, complete } from '../support/check.ts'

const found = (yaml: string, ...rules: readonly string[]): readonly string[] =>
  analysisOf(complete(yaml))
    .findings.filter(({ rule }) => rule.startsWith('schema/') || rules.includes(rule))
    .map(({ rule, message }) => `${rule} ${message.replace(/^.* is not a key of [^.]*\. /, '')}`)

const criterion = (more: string): readonly string[] =>
  found(
    `stage: criteria\ncriteria:\n  success:\n    - { metric: Cost per case, baseline: 9, target: 5, source: SAP, ${more} }\n`,
    'criteria/no-deadline',
  )

const MISSING =
  'criteria/no-deadline "Cost per case" has no deadline. Say by when the target is reached: within how many days of production, or by which date.'

describe('a day under a key that nobody knows', () => {
  it('may be the deadline of a criterion', () => {
    for (const key of ['deadline', 'due', 'endDate', 'bis']) {
      assert.deepEqual(criterion(`${key}: 2026-12-18`), ['schema/unknown-key Did you mean "by"?'], key)
    }
  })

  it('is none where the key says what was', () => {
    for (const key of ['measuredOn', 'checked', 'baselineDate', 'since', 'startDate', 'lastReading']) {
      const own = `schema/unknown-key Remove it, or name it "x-${key}" if it is your own.`
      assert.deepEqual(criterion(`${key}: 2026-01-18`).toSorted(), [MISSING, own], key)
    }
  })

  it('is asked about in other words, too', () => {
    assert.ok(criterion('deadline: "Mar 31, 2027"').includes('schema/unknown-key Did you mean "by"?'))
  })

  it('is one finding in a gate', () => {
    const asked = 'schema/unknown-key Did you mean "due" or "held"?'
    const start = 'stage: ownership\ngates:\n'
    const rules = ['gates/none', 'stage/gate-missing']
    assert.deepEqual(
      found('stage: rollout\ngates:\n  - { stage: rollout, date: 2026-11-25 }\n', 'gates/none'),
      [asked],
    )
    const gate = '  - { stage: criteria, date: 2026-01-20, decision: advance, by: Ana Ruiz }\n'
    assert.deepEqual(found(`${start}${gate}  - { stage: ownership, due: 2099-01-20 }\n`, ...rules), [asked])
  })

  it('belongs to no other block where several know the key', () => {
    const gate = '{ stage: criteria, due: 2026-01-20, held: 2026-01-20, decision: advance, date: 2026-01-20 }'
    assert.deepEqual(found(`gates:\n  - ${gate}\n`), [
      'schema/unknown-key Remove it, or name it "x-date" if it is your own.',
    ])
  })
})

describe('what says that there are none in the place of a list of texts', () => {
  it('is no entry of it', () => {
    assert.deepEqual(found('criteria: { stop: none }\n'), [
      'schema/kind "stop" takes a list, and this is a text. Write [] if there are none.',
    ])
  })
})

describe('a key that stands one level too high', () => {
  it('belongs into a block that knows it', () => {
    assert.deepEqual(found('start: 2026-06-01\n'), [
      'schema/unknown-key It belongs into "timeline" or "rollout".',
    ])
  })
})

describe('a length of time under a key that nobody knows', () => {
  it('may be the deadline of a criterion', () => {
    assert.deepEqual(criterion('timeframe: 6 months'), ['schema/unknown-key Did you mean "within"?'])
  })

  it('is none where the key says how often', () => {
    for (const key of ['interval', 'readInterval', 'reviewEvery', 'cadence']) {
      const own = `schema/unknown-key Remove it, or name it "x-${key}" if it is your own.`
      assert.deepEqual(criterion(`${key}: 2 weeks`).toSorted(), [MISSING, own], key)
    }
  })

  it('is none where the key says what was', () => {
    for (const key of ['baselinePeriod', 'measuredOver', 'last']) {
      const own = `schema/unknown-key Remove it, or name it "x-${key}" if it is your own.`
      assert.deepEqual(criterion(`${key}: 3 months`).toSorted(), [MISSING, own], key)
    }
  })
})

describe('a key that says besides that it holds a date', () => {
  it('is read as the one without', () => {
    const days = 'startDate: 2099-02-02, end_date: 2099-05-29, Production by: 2099-06-26'
    const text = complete(`timeline: { ${days} }\n`)
    const { findings, pilot } = analysisOf(text)
    const keys = findings.filter(({ rule }) => rule === 'schema/unknown-key')
    assert.deepEqual(
      keys.map(({ fixes: [fix] }) => [fix?.title, fix?.safe]),
      ['start', 'end', 'productionBy'].map((key) => [`Replace by "${key}"`, true]),
    )
    assert.equal(pilot.timeline?.start?.value, '2099-02-02')
    assert.ok(!findings.some(({ rule }) => rule === 'stage/no-window'))
  })
})

describe('a key that resembles one of the format', () => {
  const fixOf = (yaml: string): { readonly title: string; readonly safe: boolean } | undefined =>
    analysisOf(yaml).findings.find(({ rule }) => rule === 'schema/unknown-key')?.fixes[0]

  /** The fixes of each key in a block, which is written with `_` in place of the key. */
  const checkKeys = (safe: boolean, table: Readonly<Record<string, string>>): void => {
    for (const [place, keys] of Object.entries(table))
      for (const pair of keys.split(', ')) {
        const [key = '', meant] = pair.split(' > ')
        const fix = fixOf(`stage: criteria\n${place.replace('_', key)}\n`)
        assert.deepEqual([fix?.title, fix?.safe], [`Replace by "${meant}"`, safe], pair)
      }
  }

  it('is put right without a question where it is a slip of the pen, a foreign spelling or another number', () => {
    checkKeys(true, {
      '_: {}':
        'timelne > timeline, govenance > governance, intergratoin > integration, Kriterien > criteria, criterion > criteria, Konditionen > conditions, Produktion > production, gouvernance > governance, complaince > compliance, priorities > priority, predecesor > predecessor, vendors > vendor',
      'owners: { _: {} }':
        'operater > operator, operador > operator, champions > champion, Sponsoren > sponsor',
      'compliance: { artifacts: { _: {} } }':
        'riskAssesment > riskAssessment, riskManagment > riskManagement, corrections > correction, userNotifcations > userNotification',
      'rollout: { _: x }':
        'enviromnent > environment, partecipanti > participants, Partizipanten > participants, earlyAdaptors > earlyAdopters',
      'gates: [{ _: x }]': 'decission > decision, Dezision > decision, adopterUsing > adoptersUsing',
      'governance: { _: x }':
        'steeringComittee > steeringCommittee, trainingProgram > trainingProgramme, requrments > requirements',
      'scope: { _: x }': 'excepciones > exceptions, featurs > features',
    })
  })

  it('is asked about where it is a word of its own', () => {
    checkKeys(false, {
      '_: {}':
        'conventions > conditions, pipeline > timeline, introduction > production, processor > predecessor',
      'owners: { _: {} }':
        'operations > operator, operative > operator, deliverer > delivery, productOwner > production',
      'data: { _: {} }': 'auditor > audit',
      'data: { audit: { _: 2026-03-02 } }': 'incomplete > completed, separated > started',
      'criteria: { _: [] }': 'successor > success',
      'criteria: { success: [{ _: x }] }': 'recordings > readings',
      'cost: { productionBudget: { _: 4711 } }': 'account > amount, improved > approved',
      'cost: { oneTime: { _: 4711 } }': 'presentation > implementation, installation > integration',
      'scope: { _: x }': 'exclusions > exceptions, extensions > exceptions, expectations > exceptions',
      'gates: [{ _: x }]': 'revision > decision, division > decision, metricsMissing > metricsMoving',
      'adoption: { _: x }': 'recording > reporting, returning > reporting',
      'compliance: { artifacts: { _: {} } }':
        'collection > correction, certification > userNotification, manualAudit > annualAudit',
      'governance: { _: x }':
        'evaluation > escalation, retirements > requirements, budgetHolder > budgetOwner, changeProgress > changeProcess',
      'vendor: { _: x }': 'rejected > selected, selection > selected, productionPlace > productionPrice',
      'change: { _: x }': 'direction > friction',
    })
  })
})

describe('a text under a key that nobody knows, where one is wanted', () => {
  it('may be the one that is wanted, which is not missing besides', () => {
    for (const [yaml, key] of [
      ['data: { sources: [{ name: SAP, contents: Orders since 2021 }] }', 'system'],
      ['integration: { systems: [{ method: api, name: SAP, remark: slow }] }', 'system'],
      ['workflow: { workarounds: [{ what: Excel list }] }', 'tool'],
      ['kpis: { measures: [{ metric: Cases per day, target: 9 }] }', 'name'],
      ['criteria: { success: [{ kpi: Cases per day, baseline: 4 }] }', 'metric'],
    ] as const) {
      const [asked, ...others] = found(`${yaml}\n`)
      assert.equal(asked, `schema/unknown-key Did you mean "${key}"?`, yaml)
      assert.ok(!others.some((each) => each.includes('missing-key')), yaml)
    }
  })

  it('is a note of its own behind the one that is wanted, in words or misspelt', () => {
    const own = 'schema/unknown-key Remove it, or name it "x-remark" if it is your own.'
    assert.deepEqual(found('data: { sources: [{ system: SAP, remark: slow }] }\n'), [own])
    assert.deepEqual(found('data: { sources: [{ remark: slow, sytem: SAP }] }\n'), [
      own,
      'schema/unknown-key Did you mean "system"?',
    ])
  })

  it('is the name where there are several, and no note', () => {
    const own = (key: string): string =>
      `schema/unknown-key Remove it, or name it "x-${key}" if it is your own.`
    const asked = 'schema/unknown-key Did you mean "system"?'
    for (const key of ['description', 'comment']) {
      assert.deepEqual(found(`data: { sources: [{ ${key}: slow, name: SAP }] }\n`), [own(key), asked], key)
    }
    const missing = 'schema/missing-key "system" is missing. For example: netsuite-erp.'
    assert.deepEqual(found('data: { sources: [{ remark: slow }] }\n').toSorted(), [missing, own('remark')])
  })

  it('is no number, no day and no block', () => {
    for (const value of ['4', '2026-01-20', '{ erp: SAP }']) {
      assert.deepEqual(
        found(`workflow: { workarounds: [{ which: ${value} }] }\n`).toSorted(),
        [
          'schema/missing-key "tool" is missing. For example: Excel macro FC_2019.',
          'schema/unknown-key Remove it, or name it "x-which" if it is your own.',
        ],
        value,
      )
    }
  })

  it('is asked for where a comment calls the key the own of its author', () => {
    const yaml =
      'data:\n  sources:\n    # pilots-ignore-next-line schema/unknown-key -- our own\n    - name: SAP\n      contents: Orders\n'
    assert.deepEqual(found(yaml), ['schema/missing-key "system" is missing. For example: netsuite-erp.'])
  })
})
