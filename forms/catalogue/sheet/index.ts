export { type CatalogueWords, catalogueColumns } from './columns.ts'
export { type Fault, itemFaults } from './faults.ts'
export { catalogueReport, mostItems } from './import.ts'
export { copyOfItem, freeKey, newItem } from './new-item.ts'
