import './tokens.css'
import './base.css'
import './controls.css'
import './inputs.css'
import './states.css'
import './print.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { loadFontIfMissing } from './font.ts'
import './i18n.ts'
import { IcpLine } from './icp-line.tsx'
import { applyPreferences } from './preferences.ts'
import { queries } from './queries.ts'
import { router } from './router.ts'
import { startSession } from './session.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

applyPreferences()
loadFontIfMissing()
await startSession()
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
    <IcpLine />
  </StrictMode>,
)
