/** What the page does in a browser: it moves each map through the years. Vega stands before it. */
export const mapScript = `
for (const box of document.querySelectorAll('[data-map]')) {
  const id = box.dataset.map
  const { spec, parameter, frames, shown } = JSON.parse(document.getElementById(id + '-spec').textContent)
  const chart = box.querySelector('.chart')
  const slider = box.querySelector('input')
  const output = box.querySelector('output')
  const play = box.querySelector('button')
  const place = document.createElement('div')
  place.setAttribute('aria-hidden', 'true')
  const view = new vega.View(vega.parse(spec), { renderer: 'svg', container: place, hover: true })
  let timer = 0
  const show = () => {
    const frame = Number(slider.value)
    output.textContent = frames[frame]
    slider.setAttribute('aria-valuetext', frames[frame])
    view.signal(parameter, frame).runAsync()
  }
  const stop = () => {
    clearInterval(timer)
    timer = 0
    play.textContent = 'Play'
  }
  view.runAsync().then(() => {
    chart.replaceChildren(place)
    box.querySelector('.slider').hidden = false
    box.dataset.ready = 'yes'
  })
  slider.value = String(shown)
  slider.addEventListener('input', () => { stop(); show() })
  play.addEventListener('click', () => {
    if (timer !== 0) return stop()
    if (Number(slider.value) === frames.length - 1) slider.value = '0'
    play.textContent = 'Pause'
    show()
    timer = setInterval(() => {
      if (Number(slider.value) === frames.length - 1) return stop()
      slider.value = String(Number(slider.value) + 1)
      show()
    }, 800)
  })
}
addEventListener('beforeprint', () => {
  for (const part of document.querySelectorAll('details.print')) part.open = true
})
`
