import { formio, type Given } from './formio.ts'
import { asMarkup } from './markup.ts'
import type { Model } from './model.ts'
import { heading, nameOf } from './picture.ts'

const tools = [
  ['edit', '设置', '设置'],
  ['up', '上移', '↑'],
  ['down', '下移', '↓'],
  ['copy', '复制一份', '复制'],
  ['remove', '删除', '删除'],
] as const

const buttons = tools
  .map(
    ([act, label, text]) =>
      `<button type="button" data-act="${act}" aria-label="${label}" title="${label}">${text}</button>`,
  )
  .join('')

const pieces = ({ group, groupKey }: Given): string =>
  (group.componentOrder ?? Object.keys(group.components))
    .map((key) => {
      const piece = group.components[key]
      return piece
        ? `<li ref="sidebar-component" class="piece drag-copy" data-group="${asMarkup(groupKey)}" data-key="${asMarkup(key)}" data-type="${asMarkup(piece.schema.type)}"><button type="button" data-add="${asMarkup(key)}">${asMarkup(piece.title)}</button></li>`
        : ''
    })
    .join('')

/** How the builder draws itself, in place of its own look. Refs and class names are those that it looks for. */
export const dress = (model: Model): void => {
  const head = ({ component }: Given): string => {
    const known = model.of(component.tag)
    return known ? heading(known) : ''
  }
  const own: Readonly<Record<string, (given: Given) => string>> = {
    builder: ({ sidebar, form }) =>
      `<div class="builder formbuilder"><nav class="palette formcomponents" aria-label="可以放进表单的内容">${sidebar}</nav><main class="sheet formarea" aria-label="表单"><div ref="form">${form}</div></main></div>`,
    builderWizard: ({ sidebar, form, pages, self }) =>
      `<div class="builder formbuilder"><nav class="palette formcomponents" aria-label="可以放进表单的内容">${sidebar}</nav><main class="sheet formarea" aria-label="表单"><ol class="pages wizard-pages" aria-label="各页">${pages
        .map((page, index) => {
          const known = model.of(page.tag)
          return `<li><button type="button" ref="gotoPage"${index === self.page ? ' aria-current="page"' : ''}>${index + 1}. ${asMarkup(known ? nameOf(known) : '')}</button></li>`
        })
        .join(
          '',
        )}<li class="wizard-add-page"><button type="button" ref="addPage">＋ 加一页</button></li></ol><div ref="form">${form}</div></main></div>`,
    builderSidebar: ({ groups }) =>
      `<div ref="sidebar"><div ref="sidebar-groups">${groups.join('')}</div></div>`,
    builderSidebarGroup: (given) =>
      `<section><h2>${asMarkup(given.group.title)}</h2><ul ref="sidebar-container" class="pieces no-drop" id="group-container-${asMarkup(given.groupKey)}">${pieces(given)}</ul></section>`,
    builderComponent: ({ html }) =>
      `<div class="builder-component" ref="dragComponent" tabindex="0"><div class="tools" role="group" aria-label="对这一项" data-noattach="true">${buttons}</div>${html}</div>`,
    builderComponents: ({ key, type, html }) =>
      `<div class="builder-components drag-container formio-builder-${asMarkup(type)}" ref="${asMarkup(key)}-container">${html}</div>`,
    builderPlaceholder: ({ position }) =>
      `<div class="drag-and-drop-alert no-drag" data-noattach="true" data-position="${Number(position)}">从左边把内容拖到这里，或者点一下左边的名称</div>`,
    panel: (given) =>
      `${head(given)}<div class="holds" ref="${asMarkup(given.nestedKey)}">${given.children}</div>`,
    well: (given) =>
      `${head(given)}<div class="holds" ref="${asMarkup(given.nestedKey)}">${given.children}</div>`,
    columns: (given) =>
      `${head(given)}<div class="columns">${given.columnComponents
        .map((inside) => `<div class="holds" ref="${asMarkup(given.columnKey)}">${inside}</div>`)
        .join('')}</div>`,
    table: (given) =>
      `${head(given)}<table class="cells"><tbody>${given.tableComponents
        .map(
          (row, index) =>
            `<tr>${row.map((inside) => `<td class="holds" ref="${asMarkup(given.tableKey)}-${index}">${inside}</td>`).join('')}</tr>`,
        )
        .join('')}</tbody></table>`,
    tab: (given) => {
      const cells = model.of(given.component.tag)?.cells ?? []
      const tabs = given.tabComponents.map((_, index) => {
        const current = given.currentTab === index
        return `<li ref="${asMarkup(given.tabLikey)}" class="${current ? 'active' : ''}"><a href="#" role="button" ref="${asMarkup(given.tabLinkKey)}"${current ? ' aria-current="true"' : ''}>${asMarkup(cells[index]?.['label'] ?? `第 ${index + 1} 页`)}</a></li>`
      })
      const bodies = given.tabComponents.map(
        (body, index) =>
          `<div ref="${asMarkup(given.tabKey)}" class="holds${given.currentTab === index ? '' : ' away'}">${body}</div>`,
      )
      return `${head(given)}<ul class="tabs">${tabs.join('')}</ul>${bodies.join('')}`
    },
  }
  for (const [name, form] of Object.entries(own)) {
    const before = formio.Templates.current[name] ?? { form }
    formio.Templates.current[name] = { ...before, form }
  }
}
