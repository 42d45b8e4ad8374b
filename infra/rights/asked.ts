export { askedOfKey, askedOfRole, BadTags, contextOf, type Tags, tagsIn } from './asked-of-services.ts'
export { askedOfTable, Unjudged } from './asked-of-table.ts'
