import { type DemoPerson, people } from '../people.ts'

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] as string)

const page = (title: string, body: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · 一户</title>
<link rel="stylesheet" href="/oidc/font.css">
<link rel="stylesheet" href="/oidc/issuer.css">
</head>
<body><main>${body}</main></body>
</html>`

/** The people by place, in the order of the list; a person in two places stands in both. */
export const byPlace = (list: readonly DemoPerson[]): ReadonlyMap<string, readonly DemoPerson[]> => {
  const places = new Map<string, DemoPerson[]>()
  for (const person of list) {
    const names = person.memberships.map((membership) => `${membership.name} ${membership.code}`)
    for (const name of names.length > 0 ? names : ['未加入任何单位']) {
      const row = places.get(name) ?? []
      row.push(person)
      places.set(name, row)
    }
  }
  return places
}

/** Who do you want to be? One button a person; no password, for nothing here is real. */
export const pickerPage = (uid: string): string => {
  const group = (place: string, list: readonly DemoPerson[]): string => `
<section><h2>${escaped(place)}</h2><ul>${list
    .map(
      (person) => `
<li><button name="subject" value="${escaped(person.subject)}"><b>${escaped(person.name)}</b><span>${escaped(person.duty)}</span><code>${escaped(person.subject)}</code></button></li>`,
    )
    .join('')}</ul></section>`
  return page(
    '选择演示人员',
    `<h1>选择演示人员</h1>
<p>本机演示登录，不需要密码。人员和数据都是虚构的（演示数据）。</p>
<form method="post" action="/oidc/people/${escaped(uid)}">${[...byPlace(people)].map(([place, list]) => group(place, list)).join('')}</form>`,
  )
}

/** `form` comes from the issuer and holds the one-time value that makes the request genuine. */
export const logoutPage = (form: string): string =>
  page(
    '退出登录',
    `<h1>退出登录</h1><p>退出后，需要重新选择演示人员才能继续。</p>${form}
<p><button class="main" form="op.logoutForm" name="logout" value="yes">确认退出</button> <a href="/">不退出，返回系统</a></p>`,
  )

/** What went wrong at sign-in, and the way on. */
export const errorPage = (code: string, description?: string): string =>
  page(
    '登录没有完成',
    `<h1>登录没有完成</h1><p>可能是登录页停留太久，或者地址不完整。请返回首页重新登录。</p>
<p><a class="main" href="/">返回首页</a></p>
<p><small>${escaped(code)}${description ? `：${escaped(description)}` : ''}</small></p>`,
  )
