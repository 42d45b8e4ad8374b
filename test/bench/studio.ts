import { packs } from '../../forms/packs/index.ts'
import { bigForm } from '../functions/configuration/fixture.ts'
import { type Harness, startHarness } from '../functions/harness.ts'
import { middle, stopwatch } from './measure.ts'

/** What one step of a city's administrator takes through the whole API, and what it must not pass. */
type Figure = { readonly case: string; readonly ms: number; readonly must: number; readonly notes?: string }

const runs = 21

/** The middle of several runs, in milliseconds; throws where an answer is not the one expected. */
const timed = async (
  work: (run: number) => Promise<{ readonly status: number; readonly text: string }>,
  status: number,
) => {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const elapsed = stopwatch()
    const answer = await work(run)
    times.push(elapsed())
    if (answer.status !== status) throw new Error(`${answer.status}: ${answer.text.slice(0, 300)}`)
  }
  return middle(times)
}

const real = packs.filter(({ key }) => !key.endsWith('-demo'))

const settle = async (yihu: Harness, city: string, pack: string): Promise<void> => {
  const admin = `${city}.admin`
  await yihu
    .seedMember(admin, { kind: 'city', code: city, name: '管理员', roles: [{ role: 'admin' }] })
    .catch(() => {})
  const adopted = await yihu.as(admin, `/api/cities/${city}/draft/adopt`, { body: { pack } })
  if (adopted.status !== 200) throw new Error(`adopt ${pack}: ${adopted.text.slice(0, 300)}`)
}

/** A form of 95 components, changed a little in each round so that no text is stored twice. */
const form95 = (round: number) => {
  const form = bigForm('bench')
  const components = [...form.definition.components].concat(
    [1, 2, 3].map((n) => ({ type: 'textfield', key: `more${n}`, label: `补充 ${round}-${n}`, input: true })),
  )
  return { ...form, title: `九十五题 ${round}`, definition: { ...form.definition, components } }
}

const checks = async (yihu: Harness): Promise<readonly Figure[]> => {
  const figures: Figure[] = []
  for (const { key, city } of real) {
    await settle(yihu, city, key)
    const path = `/api/cities/${city}/draft/check`
    const ms = await timed(() => yihu.as(`${city}.admin`, path, { body: {} }), 200)
    const found = (await yihu.as(`${city}.admin`, path, { body: {} })).json
    const notes = `${found.samples.length} samples, ${found.findings.length} findings`
    figures.push({ case: `check the city of ${key}`, ms, must: 500, notes })
  }
  return figures
}

const savesAndDiffs = async (yihu: Harness): Promise<readonly Figure[]> => {
  const [city, admin] = ['341700', '341700.admin']
  const at = `/api/cities/${city}`
  const publish = (note: string) => yihu.as(admin, `${at}/releases`, { body: { note } })
  const first = await publish('第一版')
  if (first.status !== 201) throw new Error(first.text.slice(0, 500))
  let rev = 0
  const save = await timed(async (run) => {
    const answer = await yihu.as(admin, `${at}/draft/${encodeURIComponent('form:bench')}`, {
      method: 'PUT',
      body: form95(run),
      match: rev,
    })
    rev = answer.json.rev
    return answer
  }, 200)
  for (const key of ['form:visit', 'catalogue']) await reword(yihu, at, admin, key)
  const second = await publish('第二版')
  if (second.status !== 201) throw new Error(second.text.slice(0, 500))
  const path = `${at}/releases/${first.json.n}/diff/${second.json.n}`
  const diff = await timed(() => yihu.as(admin, path), 200)
  const changes = (await yihu.as(admin, path)).json
  return [
    { case: 'save a form of 95 components', ms: save, must: 300 },
    {
      case: 'diff of two releases',
      ms: diff,
      must: 200,
      notes: `${changes.changes?.length ?? changes.length} changes`,
    },
  ]
}

/** Changes every label of a document, as a thorough colleague would. */
const reword = async (yihu: Harness, at: string, admin: string, key: string): Promise<void> => {
  const path = `${at}/draft/${encodeURIComponent(key)}`
  const { json } = await yihu.as(admin, path)
  const text = JSON.stringify(json.document).replaceAll(/"(label|note)":"([^"]+)"/g, '"$1":"$2。"')
  const saved = await yihu.as(admin, path, { method: 'PUT', body: JSON.parse(text), match: json.rev })
  if (saved.status !== 200) throw new Error(saved.text.slice(0, 300))
}

/** The steps of a city's administrator, over the real API and the real table engine in one process. */
export const studio = async ({ json = false } = {}): Promise<void> => {
  const yihu = await startHarness()
  try {
    for (const figure of [...(await checks(yihu)), ...(await savesAndDiffs(yihu))]) {
      if (json) console.log(JSON.stringify({ bench: 'studio', ...figure }))
      else {
        const verdict = `must ≤ ${figure.must} ms: ${figure.ms <= figure.must ? 'yes' : 'NO'}`
        console.log(
          `${figure.case.padEnd(36)} ${figure.ms.toFixed(1).padStart(8)} ms   ${verdict}   ${figure.notes ?? ''}`,
        )
      }
    }
  } finally {
    await yihu.stop()
  }
}
