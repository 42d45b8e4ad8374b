import type { HouseholdCard, TaskCard } from '../../functions/api/contract/index.ts'

export type HouseholdTasks = { readonly household: HouseholdCard; readonly tasks: readonly TaskCard[] }

/** Tasks by household, the most urgent household first, and so inside each. */
export function byHousehold(tasks: readonly TaskCard[]): readonly HouseholdTasks[] {
  const groups = new Map<string, { household: HouseholdCard; tasks: TaskCard[] }>()
  for (const task of [...tasks].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))) {
    const group = groups.get(task.household.id)
    if (group) group.tasks.push(task)
    else groups.set(task.household.id, { household: task.household, tasks: [task] })
  }
  return [...groups.values()]
}
