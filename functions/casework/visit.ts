import type { Programmes } from '#forms/catalogue'
import { maskName } from '#forms/standards'
import { keys, type TenantStore, type Write } from '../store/index.ts'
import type { CaseRow } from './case.ts'
import type { Collection } from './collection.ts'
import { formOf, type Release } from './configuration.ts'
import { type PersonBody, personContext } from './household.ts'
import { type TaskCardRow, type TaskRow, taskId } from './task.ts'

/** Forms that a household visit asks for: one for the household, one for each person in 特困 (requirements F02, F03). */
const householdForm = 'visit'
const personForm = { form: 'self-care', objectClass: 'tekun' } as const

type Wanted = { readonly form: string; readonly title: string; readonly person?: string }

const wanted = async (
  store: TenantStore,
  release: Release,
  programme: Programmes['programmes'][number],
  one: Pick<CaseRow, 'persons'>,
  rows: Collection,
): Promise<readonly Wanted[]> => {
  const titleOf = async (form: string) =>
    programme.forms.includes(form) ? (await formOf(store, release, form))?.document.title : undefined
  const [visit, selfCare] = [await titleOf(householdForm), await titleOf(personForm.form)]
  const people = rows.people
    .filter(({ id }) => one.persons.includes(id))
    .map(({ id, body }) => ({ id, ...store.open<PersonBody>(body, personContext(rows.head.card.id, id)) }))
    .filter(({ objectClass }) => objectClass === personForm.objectClass)
  return [
    ...(visit === undefined ? [] : [{ form: householdForm, title: visit }]),
    ...(selfCare === undefined
      ? []
      : people.map(({ id, name }) => ({
          form: personForm.form,
          title: `${selfCare}（${maskName(name)}）`,
          person: id,
        }))),
  ]
}

type Assigned = { readonly assignee: string; readonly due: string }

const cardFor = (household: string, caseId: string, due: string, one: Wanted): TaskCardRow => ({
  kind: 'assess',
  household,
  case: caseId,
  form: one.form,
  title: one.title,
  due,
  ...(one.person !== undefined && { person: one.person }),
})

/** The tasks of a visit, put for the assignee. One that stands already is given to them instead. */
export const visitTasks = async (
  store: TenantStore,
  release: Release,
  programme: Programmes['programmes'][number],
  one: Pick<CaseRow, 'id' | 'persons'>,
  rows: Collection,
  { assignee, due }: Assigned,
): Promise<readonly Write[]> => {
  const household = rows.head.card.id
  return (await wanted(store, release, programme, one, rows)).map((each): Write => {
    const id = taskId(one.id, each.form, each.person)
    const standing = rows.tasks.find((task) => task.id === id)
    if (standing) return reassigned(household, standing, { assignee, due })
    const item: Omit<TaskRow, 'card'> = { schema: 1, id, assignee }
    const index = keys.taskIndex(assignee, due, id)
    const card = cardFor(household, one.id, due, each)
    return { put: keys.taskKey(household, id), item, card, index, expect: 'absent' }
  })
}

/** A task that stands, given to another member or another day. */
export const reassigned = (
  household: string,
  task: Collection['tasks'][number],
  { assignee, due }: Assigned,
): Write => ({
  change: keys.taskKey(household, task.id),
  set: { assignee },
  card: { ...task.card, due },
  index: keys.taskIndex(assignee, due, task.id),
  expect: { rev: task.rev },
})
