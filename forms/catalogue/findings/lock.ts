import type { Check } from './report.ts'

/**
 * What the office above holds on to (S3-14): in a locked catalogue every item is 必做, 可选 or approved, or it is a
 * proposal that nobody can use yet.
 */
export const checkLock: Check = ({ catalogue }, report) => {
  if (!catalogue) return
  catalogue.items.forEach((item, index) => {
    const say = (level: 'error' | 'warning', code: string, message: string, member: string) =>
      report(level, 'catalogue', ['items', index, member], code, message, item.name)
    // What the government must do itself can be ordered from nobody, so it adds no service (S3-15).
    const free = item.governmentOnly || item.lock || item.approval
    if (catalogue.locked && item.status === 'active' && !free)
      say(
        'error',
        'lock-missing',
        `清单由${catalogue.locked.by}统一管理，事项“${item.name}”既不是必做或可选事项，也没有批复；请设为拟增事项并报批。`,
        'lock',
      )
    if (item.status === 'proposed' && item.lock)
      say('error', 'lock-proposed', `事项“${item.name}”还是拟增事项，不能同时列为必做或可选。`, 'lock')
    if (item.status === 'proposed' && item.approval)
      say('warning', 'approval-unused', `拟增事项“${item.name}”已有批复，可以改为启用。`, 'status')
    if (item.status === 'retired' && item.lock === 'required')
      say('error', 'required-retired', `事项“${item.name}”是必做事项，不能停用。`, 'status')
  })
}
