/** Texts of changing a household's file. */
export const zh = {
  title: '修改档案',
  back: '返回家庭档案',
  denied: '您的身份不能修改这份档案',
  deniedLead: '档案由乡镇（街道）经办和负责这户家庭的协理员修改。',
  address: '新住址',
  addressNow: '现在的住址：{{address}}',
  join: '新增家庭成员',
  joinLead: '有人出生、嫁入或迁入时，在这里添加。已有成员的信息需要更正的，请联系乡镇（街道）。',
  submit: '保存修改',
  nothing: '还没有修改。请填写新住址，或添加家庭成员。',
  stale:
    '您打开之后，别人改过这份档案，所以这一次没有保存。请先读取最新内容核对，再按一次“保存修改”，已填写的内容都在。',
  refresh: '读取最新内容',
  refreshed: '已读取最新内容，请核对后再保存。',
  file: '档案状态',
  opened: '这份档案正在使用。',
  closed: '这份档案已关闭，不能新办事项。',
  busy: '还有没办完的事项，结案后才能关闭档案。',
  close: '关闭档案',
  closeLead: '家庭迁出、销户或不再需要救助时关闭。内容都会保留，以后可以重新打开。',
  reopen: '重新打开',
} as const
