/** The look of the page: neutral in light and dark, A4 in print. */
export const style = `
:root { color-scheme: light dark; --page: #ffffff; --text: #1d1d1f; --quiet: #55585c; --line: #d5d7da; --soft: #f4f5f6; --link: #0a5a94; --good: #00663f; --bad: #a63c00; }
@media (prefers-color-scheme: dark) { :root { --page: #17191b; --text: #e9eaeb; --quiet: #b3b7bc; --line: #3c4045; --soft: #212427; --link: #8cc6f5; --good: #6fd3a8; --bad: #ffab78; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 17px/1.55 'Liberation Sans', Arial, Helvetica, sans-serif; }
header, main, footer, nav > ul { max-width: 50rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 3rem; }
h1 { font-size: 2.1rem; line-height: 1.15; margin: 0 0 .6rem; }
h2 { font-size: 1.45rem; line-height: 1.25; margin: 3.2rem 0 .8rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
p, ul, ol { margin: 0 0 1rem; }
li { margin-bottom: .35rem; }
a { color: var(--link); }
.question { font-size: 1.25rem; line-height: 1.45; margin-bottom: 1rem; }
.quiet, figcaption, .meta { color: var(--quiet); font-size: .94rem; }
nav { border-block: 1px solid var(--line); margin: 1.5rem 0 0; padding: .7rem 0; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; }
nav li { margin: 0; }
.note { border-left: 4px solid #0072b2; background: var(--soft); padding: .8rem 1rem; margin: 1.2rem 0; }
.note p:last-child { margin: 0; }
figure { margin: 1rem 0 2.2rem; }
figure .chart { background: #ffffff; border: 1px solid var(--line); border-radius: 4px; padding: .25rem; }
figure img, figure svg { display: block; max-width: 100%; height: auto; margin: 0 auto; }
figcaption { margin: .6rem 0; }
details { margin: .6rem 0; }
summary { cursor: pointer; color: var(--link); }
.table { overflow-x: auto; margin: .8rem 0 1.2rem; }
table { border-collapse: collapse; font-size: .92rem; line-height: 1.4; min-width: 100%; }
caption { text-align: left; color: var(--quiet); padding-bottom: .4rem; }
th, td { text-align: left; vertical-align: top; padding: .38rem .9rem .38rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
tbody th { font-weight: normal; }
ul, ol { padding-left: 1.3rem; }
.verdict { white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
code, pre { font: .92em/1.5 'Liberation Mono', ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
table code { overflow-wrap: normal; }
table code.hash { overflow-wrap: anywhere; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: 4px; padding: .8rem 1rem; white-space: pre-wrap; margin: 0 0 1rem; }
.grade { display: inline-block; border: 1px solid var(--line); border-radius: 3px; padding: 0 .4em; font-size: .86em; white-space: nowrap; }
.grade::before { content: attr(data-mark) ' '; }
.grade.found { border-color: var(--good); color: var(--good); }
.grade.assumed { border-color: var(--bad); color: var(--bad); border-style: dashed; }
.good { color: var(--good); } .bad { color: var(--bad); }
.slider { display: flex; flex-wrap: wrap; align-items: center; gap: .4rem .8rem; margin: .6rem 0; }
.slider input { flex: 1 1 14rem; min-height: 1.6rem; }
.slider output { font-weight: bold; min-width: 5ch; }
button { font: inherit; padding: .15rem .9rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
:focus-visible { outline: 3px solid #0072b2; outline-offset: 2px; }
footer { padding-top: 2rem; padding-bottom: 3rem; }
@page { size: A4; margin: 18mm 16mm; }
@media print {
  :root { --page: #ffffff; --text: #000000; --quiet: #444444; --line: #bbbbbb; --soft: #f6f6f6; --link: #000000; --good: #00663f; --bad: #8a3200; }
  body { font-size: 10.5pt; }
  header, main, footer { max-width: none; padding: 0; }
  nav, .slider, details.data, .skip { display: none; }
  h2 { margin-top: 1.6rem; }
  h2, h3, summary { break-after: avoid; }
  figure, tr, .note { break-inside: avoid; }
  figure img, figure svg { max-height: 215mm; }
  .table { overflow: visible; }
  .sheet { break-before: page; break-inside: avoid; font-size: 10pt; }
  .sheet h3 { margin-top: .9rem; } .sheet p, .sheet pre { margin-bottom: .4rem; } .sheet pre { padding: .3rem .6rem; }
}
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: 1rem; background: var(--page); padding: .4rem .8rem; }
`
