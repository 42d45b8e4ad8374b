import { people } from '../people.ts'
import { again } from '../settings.ts'

/** Wide signs take two columns of a terminal. */
const columns = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\u2E80-\uFFEF]/.test(sign) ? 2 : 1), 0)
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(1, width - columns(text)))

/** The one address to open, and who can sign in there. */
export const announce = (origin: string, seconds: number, lambda: boolean): void => {
  const rows = people.map((person) => {
    const place = person.memberships.map((membership) => membership.name).join('、') || '—'
    return `    ${padded(person.subject, 20)}${padded(person.name, 12)}${padded(place, 14)}${person.duty}`
  })
  console.log(`
一户已就绪（${seconds.toFixed(1)} 秒）${lambda ? '，函数按云上的方式打包运行' : ''}

    打开  ${origin}/

演示人员（登录时从列表中选择，不需要密码；全部是虚构的演示数据）

${rows.join('\n')}

脚本取令牌：npm run -s token -- 341700.worker      停止：Ctrl-C      重新开始：${again(lambda)}
`)
}
