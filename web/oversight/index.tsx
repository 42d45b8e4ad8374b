import { oversightRoute } from './routes.ts'

export function Oversight() {
  const { province } = oversightRoute.useParams()
  return (
    <main id="main" className="page">
      <h1>{province}</h1>
    </main>
  )
}
