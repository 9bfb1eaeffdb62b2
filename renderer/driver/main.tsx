import { render } from 'preact'

const page = document.querySelector('#page')
if (page !== null) render(<h1>Laddplan</h1>, page)
