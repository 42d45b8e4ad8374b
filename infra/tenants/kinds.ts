/**
 * What kind of row a key names, for counting: the first part of its partition, and in a household the first part of
 * its sort key. `BLOB`, `HH/P`, `CONFIG/HEAD`.
 */
export const kindOf = (pk: string, sk: string): string => {
  const [room = ''] = pk.split('#', 1)
  const [part = ''] = sk.split('#', 1)
  if (room === 'HH') return part === '' ? 'HH' : `HH/${part}`
  if (room === 'CONFIG' || room === 'MAIL') return `${room}/${part}`
  if (room === 'MEMBER') return part === 'M' ? 'MEMBER' : `MEMBER/${part}`
  return room
}

const names: Readonly<Record<string, string>> = {
  HH: '家庭',
  'HH/P': '家庭成员',
  'HH/C': '案件',
  'HH/TASK': '任务',
  'HH/A': '评估记录',
  'HH/PLAN': '帮扶方案',
  'HH/O': '服务单',
  'HH/R': '服务记录',
  CASE: '案件索引',
  ID: '证件号查重（不可还原）',
  SEQ: '编号序列',
  COUNT: '统计计数',
  STMT: '结算单',
  PROVIDER: '承接机构',
  MEMBER: '成员',
  'MEMBER/ADMINS': '管理员变动标记',
  INVITATION: '邀请',
  AUDIT: '审计记录',
  IDEM: '重复请求标记',
  RELEASE: '配置版本',
  BLOB: '配置文件',
  'CONFIG/HEAD': '在用版本指针',
  'CONFIG/WORK': '配置草稿',
  'CONFIG/CITY': '城市名称',
  'MAIL/OUT': '发出的消息',
  'MAIL/IN': '收到的消息',
}

/** A kind in words; one that nobody named keeps its code. */
export const kindName = (kind: string): string => (Object.hasOwn(names, kind) ? (names[kind] ?? kind) : kind)

export type Counts = Readonly<Record<string, number>>

/** Counts rows by kind, in the order of the kinds' codes. */
export const counter = () => {
  const counts = new Map<string, number>()
  return {
    add: (kind: string) => void counts.set(kind, (counts.get(kind) ?? 0) + 1),
    counts: (): Counts => Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
    total: () => [...counts.values()].reduce((sum, one) => sum + one, 0),
  }
}
