import { useMe } from '../../app/queries.ts'

/** Whether this member reads the city's exact figures: who administers it, and who audits it. */
export function useSeesIndicators(city: string): boolean {
  const roles = useMe().data?.memberships.find(({ code }) => code === city)?.roles
  return roles?.some(({ role }) => role === 'admin' || role === 'auditor') ?? false
}
