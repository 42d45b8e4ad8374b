import { addDays } from '#forms/fees'
import { localDate } from '#forms/standards'
import type { FieldError } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'

/** A device's clock may be this far ahead of ours, ms. */
const ahead = 10 * 60_000
/** A form is filled within this many days, and sent within as many after. */
const longestFill = 7
const longestWait = 60

/**
 * The local date on which an assessment was finished, by the device, if that can be true. It decides ages and prices,
 * so that the same answers mean the same whenever they arrive. Throws `Refused('invalid')`.
 */
export const dayOf = (startedAt: string, finishedAt: string, now: Date): string => {
  const [start, end] = [Date.parse(startedAt), Date.parse(finishedAt)]
  const errors: FieldError[] = []
  if (start > end || end - start > longestFill * 86_400_000)
    errors.push({
      path: 'startedAt',
      code: 'time',
      message: `开始时间应早于完成时间，且相差不超过 ${longestFill} 天。`,
    })
  if (end > now.getTime() + ahead)
    errors.push({ path: 'finishedAt', code: 'time', message: '完成时间晚于现在，请校准本机时间。' })
  else if (localDate(end) < addDays(localDate(now), -longestWait))
    errors.push({
      path: 'finishedAt',
      code: 'time',
      message: `这份表完成已超过 ${longestWait} 天，请重新入户填写。`,
    })
  if (errors.length === 0) return localDate(end)
  throw new Refused('invalid', '填表时间不对，请核对本机时间后再提交。', { errors })
}
