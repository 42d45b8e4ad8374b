import { useQuery } from '@tanstack/react-query'
import { memberIdOf } from '../app/member.ts'
import { useSession } from '../app/session.ts'

/** The reader's own member id; `undefined` while it is being worked out. */
export function useMemberId(): string | undefined {
  const session = useSession()
  const [issuer, subject] = session.status === 'in' ? [session.issuer, session.subject] : ['', '']
  return useQuery({
    queryKey: ['member-id', issuer, subject],
    queryFn: () => memberIdOf(issuer, subject),
    enabled: subject !== '',
    staleTime: Number.POSITIVE_INFINITY,
  }).data
}
