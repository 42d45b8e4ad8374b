import { describe, expect, test } from 'vitest'
import { cityOptions, lintForm } from '#forms/definition'
import { elementOf } from '#forms/elements'
import { compile, evaluate } from '#forms/engine'
import { checkDocument } from '#forms/release'
import { runSamples } from '#forms/samples'
import { eachObject, formsOf, json, load } from './disk.ts'

/** What section A6 of the requirements lists for each pack, by the keys that all packs share. */
const lists: Readonly<Record<string, string>> = {
  '310000-bridge':
    'intake visit assessment plan service-record case-visit group activity referral closure satisfaction spot-check pre-post typical-case report application provider-filing transfer',
  '310118-advisor':
    'intake visit assessment plan service-record activity referral satisfaction spot-check training station-check',
  '341700-care':
    'intake visit self-care needs decision plan service-record referral spot-check statement notice neighbour-subsidy training provider-filing complaint',
  '210381-station':
    'visit self-care service-record case-visit group activity report training provider-filing station-check half-year-review',
  '110000-precise':
    'intake visit assessment plan service-record referral satisfaction provider-filing return-visit alert provider-review effect-review',
}
const papers: Readonly<Record<string, string>> = {
  '310000-bridge': 'S0',
  '310118-advisor': 'S1',
  '341700-care': 'S2',
  '210381-station': 'S3',
  '110000-precise': 'S4',
}
const packs = Object.keys(lists).map((folder) => {
  const { documents } = load(folder)
  return { folder, documents, forms: formsOf(documents), options: cityOptions(documents) }
})
const rules = new Set((json('rules.json') as { id: string }[]).map(({ id }) => id))
const order = ['public', 'internal', 'personal', 'sensitive']

type Question = { key: string; label: string; element: string | undefined; sensitivity: string | undefined }
const questionsOf = (definition: unknown): readonly Question[] => {
  const found: Question[] = []
  eachObject(definition, (node) => {
    if (node['input'] !== true) return
    const { element, sensitivity } = (node['properties'] ?? {}) as Partial<Question>
    found.push({ key: String(node['key']), label: String(node['label']), element, sensitivity })
  })
  return found
}

/** Filled for a household or a person of it; all other forms are about work, money or places. */
const inHouseholds = new Set(
  'intake visit self-care needs assessment decision plan service-record case-visit referral closure satisfaction pre-post return-visit alert transfer ability'.split(
    ' ',
  ),
)

describe.each(packs)('the forms of $folder', ({ folder, forms, options }) => {
  test('say whom they are about where they belong to a household, and only there', () => {
    const said = forms.filter(({ subject }) => subject !== undefined).map(({ key }) => key)
    expect(said).toEqual(forms.map(({ key }) => key).filter((key) => inHouseholds.has(key)))
  })

  test('are those that its paper needs', () => {
    expect(forms.map(({ key }) => key).toSorted()).toEqual((lists[folder] ?? '').split(' ').toSorted())
  })

  test('can be published: nothing to mend, not even a warning', () => {
    for (const form of forms) {
      expect(lintForm(form), form.key).toEqual([])
      const found = checkDocument(`form:${form.key}`, form).filter(({ level }) => level !== 'todo')
      expect(found, form.key).toEqual([])
    }
  })

  test('carry samples that pass, and one at least that must be refused', () => {
    for (const form of forms) {
      const failed = runSamples(form, { options }).filter(({ passed }) => !passed)
      expect(failed, form.key).toEqual([])
      const refused = form.samples?.filter(({ expect: { errors } }) => (errors?.length ?? 0) > 0) ?? []
      expect(refused.length, form.key).toBeGreaterThan(0)
      expect(form.samples?.length, form.key).toBeGreaterThan(refused.length)
    }
  })

  test('find nothing out from nothing', () => {
    for (const form of forms) {
      const { outcomes = [], recommends = [] } = form
      const plan = compile(form.definition, { outcomes, recommends, options })
      const result = evaluate(plan, {}, { today: '2026-03-10' })
      expect(result.recommended, form.key).toEqual([])
      expect(result.outcomes.filter(({ level }) => level !== undefined).map(({ key }) => key)).toEqual([])
      expect(result.errors.filter(({ code }) => code !== 'required' && code !== 'minRows')).toEqual([])
    }
  })

  test('say of every question what it is in the dictionary, and guard it no less than that', () => {
    const questions = forms.flatMap(({ key, definition }) =>
      questionsOf(definition).map((question) => ({ form: key, ...question })),
    )
    for (const { form, key, element, sensitivity } of questions) {
      const known = elementOf(element ?? '')
      expect(known, `${form} ${key} ${element}`).toBeDefined()
      expect(order.indexOf(sensitivity ?? ''), `${form} ${key}`).toBeGreaterThanOrEqual(
        order.indexOf(known?.sensitivity ?? 'sensitive'),
      )
    }
  })

  test('guard names, phones and addresses as personal, numbers and health as sensitive', () => {
    const least = (label: string) =>
      /公民身份号码|健康状况|残疾|病/.test(label)
        ? 'sensitive'
        : /姓名$|电话$|地址$/.test(label) && label !== '监督电话'
          ? 'personal'
          : 'public'
    for (const { key, definition } of forms)
      for (const { label, sensitivity } of questionsOf(definition))
        expect(order.indexOf(sensitivity ?? ''), `${key} ${label}`).toBeGreaterThanOrEqual(
          order.indexOf(least(label)),
        )
  })

  test('cite their own paper only, and rules that exist', () => {
    let cited = 0
    for (const form of forms)
      eachObject(form, (node, at) => {
        const source = node['source'] as { paper?: unknown; rule?: unknown } | string | undefined
        if (typeof source !== 'object') return
        cited++
        expect(source.paper, `${form.key} ${at}`).toBe(papers[folder])
        expect(rules.has(String(source.rule)), `${form.key} ${at} ${source.rule}`).toBe(true)
        expect(String(source.rule), `${form.key} ${at}`).toMatch(new RegExp(`^${papers[folder]}-`))
      })
    expect(cited).toBeGreaterThan(forms.length)
  })

  test('bound every text, number and grid, so that nobody can send without end', () => {
    for (const form of forms)
      eachObject(form.definition, (node, at) => {
        const validate = (node['validate'] ?? {}) as { max?: number; maxLength?: number }
        const calculated = node['calculateValue'] !== undefined
        const type = String(node['type'])
        if (['textfield', 'textarea', 'editgrid'].includes(type))
          expect(validate.maxLength, `${form.key} ${at}`).toBeGreaterThan(0)
        if (['number', 'currency'].includes(type) && !calculated)
          expect(validate.max, `${form.key} ${at}`).toBeGreaterThan(0)
      })
  })

  test('ask for past days and refuse days to come wherever something has happened', () => {
    for (const form of forms)
      eachObject(form.definition, (node, at) => {
        const label = String(node['label'])
        if (
          node['type'] !== 'datetime' ||
          !/^(入户|评估|登记|服务|走访|活动|检查|发现|结案|受理)日期$/.test(label)
        )
          return
        expect(JSON.stringify(node['validate']), `${form.key} ${at}`).toContain('"today"')
      })
  })

  test('point from every gap to a place that is there', () => {
    for (const form of forms)
      for (const { pointer, message } of form.todo ?? []) {
        const place = pointer
          .split('/')
          .slice(1)
          .reduce<unknown>(
            (at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined),
            form,
          )
        if (pointer !== '/recommends') expect(place, `${form.key} ${pointer}`).toBeDefined()
        expect(message, form.key).toMatch(/请|设定/)
      }
  })
})

test('what the papers leave open is a gap of its form: scores, questions of the survey, the annex, intervals', () => {
  const gaps = (folder: string, key: string) =>
    packs
      .find((one) => one.folder === folder)
      ?.forms.find((form) => form.key === key)
      ?.todo?.map(({ message }) => message)
      .join('')
  for (const [folder, key, word] of [
    ['310000-bridge', 'assessment', '计分'],
    ['310000-bridge', 'satisfaction', '题目'],
    ['310000-bridge', 'application', '附件'],
    ['310000-bridge', 'typical-case', '5 个典型案例'],
    ['310118-advisor', 'assessment', '计分'],
    ['341700-care', 'neighbour-subsidy', '标准'],
    ['341700-care', 'statement', '收费标准'],
    ['210381-station', 'half-year-review', '采购文件'],
    ['110000-precise', 'return-visit', '多久一次'],
    ['110000-precise', 'provider-review', '分值'],
  ] as const)
    expect(gaps(folder, key), `${folder} ${key}`).toContain(word)
})

test('the paper of 110000 is in Traditional Chinese; its forms are in Simplified Chinese', () => {
  const traditional =
    /[會區級對評書錄單價請項標據況當與為時應從關間際電號碼鎮鄉縣誰讓說設計試該語誤調讀變護財產證帳費資質報處體養點選遠還進運團組織務識實審]/
  const forms = packs.find(({ folder }) => folder === '110000-precise')?.forms ?? []
  expect(forms.length).toBe(12)
  for (const form of forms) expect(JSON.stringify(form).match(traditional)?.[0], form.key).toBeUndefined()
})
