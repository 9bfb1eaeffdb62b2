import { render } from 'preact'
import { App } from './app.tsx'
import { takeFirst } from './phone/first.ts'
import './style/tokens.css'
import './style/base.css'
import './style/frame.css'
import './style/parts.css'
import './style/fields.css'
import './style/site.css'
import './style/visit.css'

const page = document.querySelector('#page')
if (page !== null) render(<App first={takeFirst()} />, page)
